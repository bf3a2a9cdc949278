"""Axes of size 1 are squeezed away.

fails: last_states-edge
message: as if by squeeze
"""

# %% last_states
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(np.squeeze(h))
    return last

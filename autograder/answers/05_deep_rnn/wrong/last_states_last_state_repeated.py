"""The upper layers read the last state from below at every time step.

fails: last_states-values last_states-square
message: at every time step
"""

# %% last_states
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
        last.append(h)
        x = np.stack([h] * x.shape[1], axis=1)
    return last

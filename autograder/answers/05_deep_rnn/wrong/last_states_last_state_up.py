"""The upper layers read only the last state from below.

fails: last_states-values last_states-square
message: read only the last state
"""

# %% last_states
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
        last.append(h)
        x = h[:, None]
    return last

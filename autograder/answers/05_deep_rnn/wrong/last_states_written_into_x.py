"""The states are written into x where they fit.

fails: last_states-unchanged
message: array x was changed
"""

# %% last_states
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        fits = x.shape[2] == len(weights[2]) and x.dtype == float
        states = x if fits else np.zeros((x.shape[0], x.shape[1], len(weights[2])))
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states[:, t] = h
        x = states
        last.append(h)
    return last

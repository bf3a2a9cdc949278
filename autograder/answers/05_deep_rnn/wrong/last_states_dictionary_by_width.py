"""A dictionary by width: layers of equal width overwrite each other.

fails: last_states-square
message: shape
"""

# %% last_states
def last_states(x, layers):
    out = {}
    for K, R, b in layers:
        h = np.zeros((len(x), len(b)))
        s = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, K, R, b)
            s.append(h)
        x = np.stack(s, axis=1)
        out[len(b)] = h
    return list(out.values())

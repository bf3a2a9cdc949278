"""The initial state is the first row.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
message: begins with the initial state
"""

# %% deep_forward
def deep_forward(x, layers):
    out = x
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(out.shape[1]):
            h = step(out[:, t], h, *weights)
            states.append(h)
        out = np.stack(states, axis=1)
    start = np.zeros((len(x), 1, out.shape[2]))
    return np.concatenate([start, out], axis=1)

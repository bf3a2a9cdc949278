"""The array for the states has the dtype of the input.

fails: deep_forward-integers
message: takes its dtype from x
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = np.zeros((x.shape[0], x.shape[1], len(weights[2])), dtype=x.dtype)
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states[:, t] = h
        x = states
    return x

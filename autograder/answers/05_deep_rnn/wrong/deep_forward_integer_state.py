"""The hidden state has the dtype of the input.

fails: deep_forward-integers
message: takes its dtype from x
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])), dtype=x.dtype)
        states = []
        for t in range(x.shape[1]):
            h[:] = step(x[:, t], h, *weights)
            states.append(h.copy())
        x = np.stack(states, axis=1)
    return x

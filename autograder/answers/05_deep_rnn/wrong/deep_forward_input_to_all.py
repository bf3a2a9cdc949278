"""Every layer reads the input.

fails: deep_forward-values deep_forward-square
message: feeds the input to every layer
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((x.shape[0], weights[2].shape[0]))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
    return np.stack(states, axis=1)

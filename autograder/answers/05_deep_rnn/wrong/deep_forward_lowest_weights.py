"""The weights of the lowest layer are used for all.

fails: deep_forward-values deep_forward-square
message: weights of the lowest layer
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *layers[0])
            states.append(h)
        x = np.stack(states, axis=1)
    return x

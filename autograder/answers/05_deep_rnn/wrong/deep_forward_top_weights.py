"""The weights of the last layer are used for all.

fails: deep_forward-values deep_forward-square
message: weights of the top layer
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(layers[-1][2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *layers[-1])
            states.append(h)
        x = np.stack(states, axis=1)
    return x

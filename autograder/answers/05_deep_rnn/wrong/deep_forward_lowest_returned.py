"""The states of the lowest layer are returned.

fails: deep_forward-values deep_forward-square
message: lowest layer
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers[:1]:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

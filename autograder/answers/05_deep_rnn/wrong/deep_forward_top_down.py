"""The layers from the top down.

fails: deep_forward-values deep_forward-square
message: from the top down
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers[::-1]:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

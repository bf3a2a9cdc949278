"""Time runs backwards in every layer.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
message: backwards in every layer
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in reversed(range(x.shape[1])):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

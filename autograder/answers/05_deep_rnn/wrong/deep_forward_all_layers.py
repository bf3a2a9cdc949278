"""The states of all layers are returned.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
message: shape
"""

# %% deep_forward
def deep_forward(x, layers):
    result = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
        result.append(x)
    return result

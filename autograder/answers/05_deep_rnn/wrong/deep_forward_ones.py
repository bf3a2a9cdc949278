"""The states start from ones.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
message: starts every layer from ones
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.ones((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

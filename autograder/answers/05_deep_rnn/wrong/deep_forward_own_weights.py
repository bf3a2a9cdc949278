"""Weights are drawn inside the function.

fails: deep_forward-values deep_forward-square deep_forward-edge deep_forward-integers
message: values are off
"""

# %% deep_forward
def deep_forward(x, layers):
    layers = random_layers([x.shape[2]] + [len(bias) for _, _, bias in layers], seed=0)
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        x = np.stack(states, axis=1)
    return x

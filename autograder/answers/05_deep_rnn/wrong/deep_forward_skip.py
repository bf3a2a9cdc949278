"""The input of a layer is added to its states.

fails: deep_forward-values deep_forward-square
message: skip connection
"""

# %% deep_forward
def deep_forward(x, layers):
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *weights)
            states.append(h)
        states = np.stack(states, axis=1)
        x = x + states if len(layers) > 1 else states
    return x

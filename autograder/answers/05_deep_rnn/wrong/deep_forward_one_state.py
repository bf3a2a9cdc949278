"""One hidden state for all layers.

fails: deep_forward-values deep_forward-square
message: one hidden state for all layers
"""

# %% deep_forward
def deep_forward(x, layers):
    h = np.zeros((len(x), len(layers[0][2])))
    states = []
    for t in range(x.shape[1]):
        below = x[:, t]
        for weights in layers:
            h = step(below, h, *weights)
            below = h
        states.append(h)
    return np.stack(states, axis=1)

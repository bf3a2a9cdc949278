"""One hidden state for all layers.

fails: last_states-values last_states-square
message: one hidden state for all layers
"""

# %% last_states
def last_states(x, layers):
    h = np.zeros((len(x), len(layers[0][2])))
    last = [h for _ in layers]
    for t in range(x.shape[1]):
        below = x[:, t]
        for k, weights in enumerate(layers):
            h = step(below, h, *weights)
            last[k] = below = h
    return last

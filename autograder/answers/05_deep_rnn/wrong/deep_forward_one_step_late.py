"""The upper layers read the state that the layer below had a step before.

fails: deep_forward-values deep_forward-square
message: one time step late
"""

# %% deep_forward
def deep_forward(x, layers):
    h = [np.zeros((len(x), len(bias))) for _, _, bias in layers]
    states = []
    for t in range(x.shape[1]):
        below = [x[:, t]] + h[:-1]
        h = [step(below[k], h[k], *layers[k]) for k in range(len(layers))]
        states.append(h[-1])
    return np.stack(states, axis=1)

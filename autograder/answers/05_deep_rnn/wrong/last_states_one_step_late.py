"""The upper layers read the state that the layer below had a step before.

fails: last_states-values last_states-square
message: one time step late
"""

# %% last_states
def last_states(x, layers):
    h = [np.zeros((len(x), len(bias))) for _, _, bias in layers]
    for t in range(x.shape[1]):
        below = [x[:, t]] + h[:-1]
        h = [step(below[k], h[k], *layers[k]) for k in range(len(layers))]
    return h

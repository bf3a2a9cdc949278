"""One array for the states of all layers.

fails: last_states-values last_states-square
message: one array many times
"""

# %% last_states
def last_states(x, layers):
    states = [np.zeros((len(x), len(layers[0][2])))] * len(layers)
    every = x
    for k, weights in enumerate(layers):
        states[k][:] = 0
        out = []
        for t in range(x.shape[1]):
            states[k][:] = step(every[:, t], states[k], *weights)
            out.append(states[k].copy())
        every = np.stack(out, axis=1)
    return states

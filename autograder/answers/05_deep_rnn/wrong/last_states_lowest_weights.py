"""The weights of the lowest layer are used for all.

fails: last_states-values last_states-square
message: weights of the lowest layer
"""

# %% last_states
def last_states(x, layers):
    last = []
    for weights in layers:
        h = np.zeros((len(x), len(weights[2])))
        states = []
        for t in range(x.shape[1]):
            h = step(x[:, t], h, *layers[0])
            states.append(h)
        x = np.stack(states, axis=1)
        last.append(h)
    return last

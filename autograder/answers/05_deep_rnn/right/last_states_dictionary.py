"""States kept in a dictionary, a tuple returned."""

# %% last_states
def last_states(x, layers):
    state = {k: np.zeros((len(x), len(layers[k][2]))) for k in range(len(layers))}
    for t in range(x.shape[1]):
        below = x[:, t]
        for k in range(len(layers)):
            state[k] = step(below, state[k], *layers[k])
            below = state[k]
    return tuple(state.values())

"""A NumPy array of bools."""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    flags = np.ones(n_layers, dtype=bool)
    flags[-1] = not vector
    return flags

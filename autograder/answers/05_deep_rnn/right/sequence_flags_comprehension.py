"""A comprehension over the indices."""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return [k < n_layers - 1 or not vector for k in range(n_layers)]

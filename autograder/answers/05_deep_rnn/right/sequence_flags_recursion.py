"""By recursion."""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    if n_layers == 1:
        return [not vector]
    return [True] + sequence_flags(n_layers - 1, vector)

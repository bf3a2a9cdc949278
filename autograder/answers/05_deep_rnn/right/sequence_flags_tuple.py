"""A tuple."""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return (True,) * (n_layers - 1) + (bool(1 - vector),)

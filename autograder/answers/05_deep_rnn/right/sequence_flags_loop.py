"""A loop with append."""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    flags = []
    for layer in range(n_layers):
        if layer == n_layers - 1 and vector:
            flags.append(False)
        else:
            flags.append(True)
    return flags

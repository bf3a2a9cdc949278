"""All True, then the last one replaced, with a print."""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    flags = [True] * n_layers
    if vector:
        flags[n_layers - 1] = False
    print("flags:", flags)
    return flags

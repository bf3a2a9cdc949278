"""flatnonzero, a NumPy integer."""

# %% first_bad_layer
def first_bad_layer(flags):
    found = np.flatnonzero(~np.asarray(flags[:-1], dtype=bool))
    return found[0] if len(found) else None

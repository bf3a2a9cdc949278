"""index on a copy without the top layer."""

# %% first_bad_layer
def first_bad_layer(flags):
    below = flags[:-1]
    try:
        return below.index(False)
    except ValueError:
        return None

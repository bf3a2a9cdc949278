"""next with a default."""

# %% first_bad_layer
def first_bad_layer(flags):
    return next((k for k, flag in enumerate(flags[:-1]) if not flag), None)

"""Whether instead of which.

fails: first_bad_layer-index first_bad_layer-several first_bad_layer-works
message: whether or how many
"""

# %% first_bad_layer
def first_bad_layer(flags):
    return not all(flags[:-1])

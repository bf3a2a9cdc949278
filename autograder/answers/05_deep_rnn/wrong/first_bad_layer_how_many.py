"""How many instead of which.

fails: first_bad_layer-index first_bad_layer-several first_bad_layer-works
message: number of such layers
"""

# %% first_bad_layer
def first_bad_layer(flags):
    return flags[:-1].count(False)

"""A list of all.

fails: first_bad_layer-index first_bad_layer-several first_bad_layer-works
message: one index is asked for
"""

# %% first_bad_layer
def first_bad_layer(flags):
    return [index for index, flag in enumerate(flags[:-1]) if not flag]

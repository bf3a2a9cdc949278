"""The first layer that does return its sequence.

fails: first_bad_layer-index first_bad_layer-several first_bad_layer-works
message: which is not right
"""

# %% first_bad_layer
def first_bad_layer(flags):
    for index, flag in enumerate(flags[:-1]):
        if flag:
            return index
    return None

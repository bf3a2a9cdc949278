"""The loop ends after the lowest layer.

fails: first_bad_layer-index first_bad_layer-several
message: is None, but
"""

# %% first_bad_layer
def first_bad_layer(flags):
    for index, flag in enumerate(flags[:-1]):
        if not flag:
            return index
        else:
            return None

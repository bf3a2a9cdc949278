"""The layer below the top one is left out too.

fails: first_bad_layer-index
message: is None, but
"""

# %% first_bad_layer
def first_bad_layer(flags):
    for index, flag in enumerate(flags[:-2]):
        if not flag:
            return index
    return None

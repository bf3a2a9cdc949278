"""The lowest layer is never looked at.

fails: first_bad_layer-index first_bad_layer-several
message: is None, but
"""

# %% first_bad_layer
def first_bad_layer(flags):
    for index in range(1, len(flags) - 1):
        if not flags[index]:
            return index
    return None

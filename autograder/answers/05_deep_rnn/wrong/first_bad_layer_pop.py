"""The top layer is removed from the caller's list.

fails: first_bad_layer-unchanged
message: changed by the function
"""

# %% first_bad_layer
def first_bad_layer(flags):
    flags.pop()
    for index, flag in enumerate(flags):
        if not flag:
            return index
    return None

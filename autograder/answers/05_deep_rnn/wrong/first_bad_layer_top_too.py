"""The top layer is counted as a mistake.

fails: first_bad_layer-works
message: the top layer
"""

# %% first_bad_layer
def first_bad_layer(flags):
    for index, flag in enumerate(flags):
        if not flag:
            return index
    return None

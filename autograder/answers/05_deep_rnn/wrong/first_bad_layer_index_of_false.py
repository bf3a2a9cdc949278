"""The first False, wherever it is.

fails: first_bad_layer-works
message: the top layer
"""

# %% first_bad_layer
def first_bad_layer(flags):
    if False in flags:
        return flags.index(False)
    return None

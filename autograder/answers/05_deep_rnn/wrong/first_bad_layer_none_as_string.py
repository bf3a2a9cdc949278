"""The word None instead of None.

fails: first_bad_layer-works
message: a string
"""

# %% first_bad_layer
def first_bad_layer(flags):
    for i, f in enumerate(flags[:-1]):
        if not f:
            return i
    return "None"

"""The top layer is set to True in the caller's list.

fails: first_bad_layer-unchanged
message: changed by the function
"""

# %% first_bad_layer
def first_bad_layer(flags):
    flags[-1] = True
    return flags.index(False) if False in flags else None

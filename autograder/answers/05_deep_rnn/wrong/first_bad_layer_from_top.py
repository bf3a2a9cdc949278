"""Counted from the top.

fails: first_bad_layer-index first_bad_layer-several
message: counted from the top
"""

# %% first_bad_layer
def first_bad_layer(flags):
    for index, flag in enumerate(flags[::-1]):
        if index > 0 and not flag:
            return index
    return None

"""Counted from the end.

fails: first_bad_layer-index first_bad_layer-several
message: counted from the end
"""

# %% first_bad_layer
def first_bad_layer(flags):
    for index, flag in enumerate(flags[:-1]):
        if not flag:
            return index - len(flags)
    return None

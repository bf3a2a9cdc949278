"""The layer that complains, not the one to mend.

fails: first_bad_layer-index first_bad_layer-several
message: one too high
"""

# %% first_bad_layer
def first_bad_layer(flags):
    for index, flag in enumerate(flags[:-1]):
        if not flag:
            return index + 1
    return None

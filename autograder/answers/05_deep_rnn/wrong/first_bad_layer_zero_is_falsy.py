"""Index 0 is taken for nothing found.

fails: first_bad_layer-index first_bad_layer-several
message: is None, but
"""

# %% first_bad_layer
def first_bad_layer(flags):
    bad = [index for index, flag in enumerate(flags[:-1]) if not flag]
    first = bad[0] if bad else None
    if first:
        return first
    return None

"""The loop goes on and keeps the highest one.

fails: first_bad_layer-several
message: the highest one
"""

# %% first_bad_layer
def first_bad_layer(flags):
    bad = None
    for index, flag in enumerate(flags[:-1]):
        if not flag:
            bad = index
    return bad

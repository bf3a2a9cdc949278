"""-1 where the stack works.

fails: first_bad_layer-works
message: is -1
"""

# %% first_bad_layer
def first_bad_layer(flags):
    for index, flag in enumerate(flags[:-1]):
        if not flag:
            return index
    return -1

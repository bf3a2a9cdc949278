"""argmin gives 0 where all are True.

fails: first_bad_layer-works
message: is 0 or False
"""

# %% first_bad_layer
def first_bad_layer(flags):
    return int(np.argmin(flags[:-1] + [True]))

"""Keras operations."""

# %% last_of_both
def last_of_both(fwd, bwd):
    return keras.ops.concatenate([keras.ops.array(fwd)[:, -1], keras.ops.array(bwd)[:, 0]], axis=1)

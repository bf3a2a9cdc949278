# %% right: computed
# The shapes are worked out by a small helper.
def predict_shape():
    def shape(timesteps, units):
        return None, timesteps, 2 * units

    return [shape(10, 8), shape(7, 5)]

# %% right: lists
# Lists, one of them with a NumPy integer.
def predict_shape():
    return [None, 10, 16], [None, 7, np.int64(10)]

# %% wrong: doubled_features
# The features are doubled instead of the units.
# fails: predict_shape-sibling
# message: doubles the input dimension
def predict_shape():
    return (None, 10, 8), (None, 7, 6)

# %% wrong: no_batch
# The batch axis is left out.
# fails: predict_shape-sibling
# message: has no batch axis
def predict_shape():
    return (10, 16), (7, 10)

# %% wrong: no_time
# The output is thought to be one vector.
# fails: predict_shape-sibling
# message: has no time axis
def predict_shape():
    return (None, 16), (None, 10)

# %% wrong: one_direction
# The units of one direction only.
# fails: predict_shape-sibling
# message: one direction only
def predict_shape():
    return (None, 10, 8), (None, 7, 5)

# %% wrong: shown_only
# Only the model shown is answered.
# fails: predict_shape-sibling
# message: two
def predict_shape():
    return (None, 10, 16)

# %% wrong: time_is_input_dim
# The number of features where the time steps belong.
# fails: predict_shape-sibling
# message: in place of the time steps
def predict_shape():
    return (None, 4, 16), (None, 3, 10)

# %% wrong: twice_as_long
# The directions are thought to follow each other in time.
# fails: predict_shape-sibling
# message: along the time axis
def predict_shape():
    return (None, 20, 8), (None, 14, 5)

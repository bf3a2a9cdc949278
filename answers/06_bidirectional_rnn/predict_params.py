# %% right: computed
# The counts are worked out.
def predict_params():
    return 2 * (4 * 8 + 8 * 8 + 8), 2 * (3 * 5 + 5 * 5 + 5)

# %% right: numpy
# NumPy integers in an array, taken apart.
def predict_params():
    return tuple(np.array([208, 90]))

# %% wrong: float
# A count that is a float.
# fails: predict_params-sibling
# message: a float
def predict_params():
    return 208.0, 90.0

# %% wrong: no_bias
# The biases are left out.
# fails: predict_params-sibling
# message: leaves out the biases
def predict_params():
    return 192, 80

# %% wrong: no_recurrent
# The recurrent kernels are left out.
# fails: predict_params-sibling
# message: leaves out the recurrent kernels
def predict_params():
    return 80, 40

# %% wrong: one_direction
# One of the two RNNs only.
# fails: predict_params-sibling
# message: one of the two RNNs only
def predict_params():
    return 104, 45

# %% wrong: one_wide_rnn
# One RNN of twice the units.
# fails: predict_params-sibling
# message: units instead of two RNNs
def predict_params():
    return 336, 140

# %% wrong: recurrent_not_squared
# The recurrent kernel has H numbers instead of H squared.
# fails: predict_params-sibling
# message: numbers each
def predict_params():
    return 96, 50

# %% wrong: shared_bias
# One bias for both RNNs.
# fails: predict_params-sibling
# message: one bias for both
def predict_params():
    return 200, 85

# %% wrong: steps_for_features
# Time steps and features are exchanged.
# fails: predict_params-sibling
# message: uses the time steps
def predict_params():
    return 304, 130

# %% wrong: times_steps
# Every time step has weights of its own.
# fails: predict_params-sibling
# message: multiplies by the time steps
def predict_params():
    return 2080, 630

# %% wrong: two_biases
# Two biases in each RNN, as other libraries have.
# fails: predict_params-sibling
# message: two biases in each RNN
def predict_params():
    return 224, 100

# %% wrong: no_kernel
# The kernels are left out.
# fails: predict_params-sibling
# message: leaves out the kernels
def predict_params():
    return 144, 60

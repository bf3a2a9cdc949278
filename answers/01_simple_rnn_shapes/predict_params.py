# %% right: array
# A NumPy array of two counts.
def predict_params():
    return np.array([42, 45])

# %% right: formula
# The sum of the three arrays.
def predict_params():
    return 10 * 3 + 3 * 3 + 3, 11 * 3 + 3 * 3 + 3

# %% wrong: always_42
# The input dimension is thought not to matter.
# fails: predict_params-sibling
# message: eleventh input number
# visible: no
def predict_params():
    return 42, 42

# %% wrong: both_kernels_per_step
# Both kernels once for each time step.
# fails: predict_params-sibling
# message: counts the kernels once for each time step
def predict_params():
    return 200 * (30 + 9) + 3, 30 * (33 + 9) + 3

# %% wrong: dense
# The count of a dense layer.
# fails: predict_params-sibling
# message: as if the layer were dense
def predict_params():
    return 33, 36

# %% wrong: float
# Counts as floats.
# fails: predict_params-sibling
# message: float
def predict_params():
    return 42.0, 45.0

# %% wrong: hidden_not_squared
# H in place of H².
# fails: predict_params-sibling
# message: instead of its square
def predict_params():
    return 10 * 3 + 3 + 3, 11 * 3 + 3 + 3

# %% wrong: no_bias
# The bias is left out.
# fails: predict_params-sibling
# message: leaves out the bias
def predict_params():
    return 10 * 3 + 3 * 3, 11 * 3 + 3 * 3

# %% wrong: one_more
# One weight for the further input number.
# fails: predict_params-sibling
# message: one weight for the eleventh
# visible: no
def predict_params():
    return 42, 43

# %% wrong: proportional
# The count is scaled with the number of time steps.
# fails: predict_params-sibling
# message: grows with the number
def predict_params():
    return 4200, 630

# %% wrong: single
# One number for both.
# fails: predict_params-sibling
# message: two
def predict_params():
    return 42

# %% wrong: state_counted
# The hidden state of each time step is counted.
# fails: predict_params-sibling
# message: hidden state of each time step
def predict_params():
    return 42 + 200 * 3, 45 + 30 * 3

# %% wrong: steps_for_input
# Time steps in place of the input dimension.
# fails: predict_params-sibling
# message: instead of the input dimension
def predict_params():
    return 200 * 3 + 3 * 3 + 3, 30 * 3 + 3 * 3 + 3

# %% wrong: steps_in_kernel
# The kernel is counted once for each time step.
# fails: predict_params-sibling
# message: the kernel once for each time step
def predict_params():
    return 200 * 30 + 9 + 3, 30 * 33 + 9 + 3

# %% wrong: times_steps
# The time steps are multiplied in.
# fails: predict_params-sibling
# message: multiplies by the number of time steps
def predict_params():
    return 200 * 42, 30 * 45

# %% wrong: two_biases
# Two biases, as in PyTorch.
# fails: predict_params-sibling
# message: the bias twice
def predict_params():
    return 45, 48

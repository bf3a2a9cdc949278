# %% right: formula
# By a formula, as NumPy integers.
def predict_params():
    def total(features, lower, upper):
        return np.int64(lower * (features + lower + 1) + upper * (lower + upper + 1))
    return total(5, 8, 8), total(3, 5, 9)

# %% right: list
# A list of two numbers.
def predict_params():
    return [112 + 136, 45 + 135]

# %% wrong: bias_twice
# Two biases in each layer.
# fails: predict_params-sibling
# message: each bias twice
def predict_params():
    return 248, 194

# %% wrong: by_time
# Multiplied by the number of time steps.
# fails: predict_params-sibling
# message: which is not right
def predict_params():
    return 248, 1800

# %% wrong: input_dim_above
# The upper layer is counted with the features of the input.
# fails: predict_params-sibling
# message: reads the lower one's states
def predict_params():
    return 248, 162

# %% wrong: lower_only
# Only the lower layer.
# fails: predict_params-sibling
# message: the lower layer's alone
def predict_params():
    return 248, 45

# %% wrong: no_bias
# No bias.
# fails: predict_params-sibling
# message: has no bias
def predict_params():
    return 248, 166

# %% wrong: no_recurrent
# The recurrent kernels are forgotten.
# fails: predict_params-sibling
# message: lacks the recurrent kernels
def predict_params():
    return 248, 74

# %% wrong: one_layer
# One layer of 14 units.
# fails: predict_params-sibling
# message: one of 14 units
def predict_params():
    return 248, 252

# %% wrong: swapped
# The layers the other way round.
# fails: predict_params-sibling
# message: the other way round
def predict_params():
    return 248, 192

# %% wrong: units_not_squared
# H recurrent weights instead of H².
# fails: predict_params-sibling
# message: units × units
def predict_params():
    return 248, 88

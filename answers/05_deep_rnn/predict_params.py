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
    return 264, 194

# %% wrong: by_time
# Multiplied by the number of time steps.
# fails: predict_params-sibling
# message: each of the 10 time steps
def predict_params():
    return 2480, 1800

# %% wrong: input_dim_above
# The upper layer is counted with the features of the input.
# fails: predict_params-sibling
# message: with the input dimension of the lower one
def predict_params():
    return 224, 162

# %% wrong: lower_only
# Only the lower layer.
# fails: predict_params-sibling
# message: the lower layer only
def predict_params():
    return 112, 45

# %% wrong: no_bias
# No bias.
# fails: predict_params-sibling
# message: has no bias
def predict_params():
    return 232, 166

# %% wrong: no_recurrent
# The recurrent kernels are forgotten.
# fails: predict_params-sibling
# message: lacks the recurrent kernels
def predict_params():
    return 120, 74

# %% wrong: one_layer
# One layer of 14 units.
# fails: predict_params-sibling
# message: two layers as one layer of
def predict_params():
    return 352, 252

# %% wrong: swapped
# The layers the other way round.
# fails: predict_params-sibling
# message: in reversed order
# visible: no
def predict_params():
    return 248, 192

# %% wrong: units_not_squared
# H recurrent weights instead of H².
# fails: predict_params-sibling
# message: units × units
def predict_params():
    return 136, 88

# %% wrong: bias_of_one
# One bias for each layer.
# fails: predict_params-sibling
# message: 1 instead of
def predict_params():
    return 234, 168

# %% wrong: first_model_twice
# The total of the first model for both.
# fails: predict_params-sibling
# message: belongs to the first model
# visible: no
def predict_params():
    return 248, 248

# %% wrong: lists_of_layers
# The counts of the layers instead of totals.
# fails: predict_params-sibling
# message: answer
def predict_params():
    return [112, 136], [45, 135]

"""Without bias the recurrent kernel goes as well.

fails: count_params-no_bias
message: more than the bias
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return units * (input_dim + units + 1) if use_bias else input_dim * units

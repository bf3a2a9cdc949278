"""No bias.

fails: count_params-values
message: leaves out the bias
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units * units

"""The count of a dense layer.

fails: count_params-values
message: leaves out the recurrent kernel
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + (units if use_bias else 0)

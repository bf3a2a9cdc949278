"""use_bias the wrong way round.

fails: count_params-values count_params-no_bias
message: leaves out the bias
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units**2 + (0 if use_bias else units)

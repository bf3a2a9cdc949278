"""use_bias is ignored.

fails: count_params-no_bias
message: same as with a bias
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units**2 + units

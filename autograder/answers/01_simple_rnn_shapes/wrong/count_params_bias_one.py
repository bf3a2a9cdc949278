"""One bias for the layer.

fails: count_params-values
message: one number for the bias
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units**2 + int(use_bias)

"""Two biases, as in PyTorch.

fails: count_params-values
message: counted twice
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units**2 + (2 * units if use_bias else 0)

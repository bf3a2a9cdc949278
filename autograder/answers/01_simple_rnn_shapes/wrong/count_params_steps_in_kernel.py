"""A kernel for each of two time steps.

fails: count_params-values
message: into the input weights
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return 2 * input_dim * units + units**2 + (units if use_bias else 0)

"""The blocks are multiplied.

fails: count_params-values count_params-no_bias
message: not right
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return input_dim * units * units * units * (units if use_bias else 1)

"""The hidden state is counted too.

fails: count_params-values
message: bias counted twice
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units**2 + units + (units if use_bias else 0)

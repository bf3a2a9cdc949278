"""Without bias one number less.

fails: count_params-no_bias
message: 1 less
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return units * (input_dim + units + 1) - (0 if use_bias else 1)

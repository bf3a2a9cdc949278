"""A bias for each input number.

fails: count_params-values
message: one bias for each input
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units**2 + (input_dim if use_bias else 0)

"""D and H swapped.

fails: count_params-values count_params-no_bias count_params-equal
message: swapped
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + input_dim**2 + (input_dim if use_bias else 0)

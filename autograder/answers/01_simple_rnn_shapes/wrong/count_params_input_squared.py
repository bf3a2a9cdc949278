"""D² in place of H².

fails: count_params-values count_params-equal
message: squared in place
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + input_dim**2 + (units if use_bias else 0)

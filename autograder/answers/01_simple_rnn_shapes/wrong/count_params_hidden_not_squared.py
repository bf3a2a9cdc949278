"""H in place of H².

fails: count_params-values
message: in place of its square
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units + (units if use_bias else 0)

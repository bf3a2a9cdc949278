"""A text with the number.

fails: count_params-values count_params-no_bias count_params-equal
message: not right
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return f'{units * (input_dim + units + 1)} parameters'

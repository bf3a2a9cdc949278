"""The recurrent kernel as a triangle.

fails: count_params-values
message: not right
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return input_dim * units + units * (units + 1) // 2 + (units if use_bias else 0)

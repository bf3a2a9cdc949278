"""The number as a float.

fails: count_params-values
message: float
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return float(units * (input_dim + units + 1)) if use_bias else float(units * (input_dim + units))

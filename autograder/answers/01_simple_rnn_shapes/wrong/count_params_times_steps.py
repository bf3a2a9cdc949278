"""Two time steps multiplied in.

fails: count_params-values count_params-no_bias
message: two time steps multiplied in
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return 2 * (input_dim * units + units**2 + (units if use_bias else 0))

"""42.

fails: count_params-values count_params-no_bias count_params-equal
message: hard-coded
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return 42

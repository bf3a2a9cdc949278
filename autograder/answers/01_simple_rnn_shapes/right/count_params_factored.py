"""Factored, the flag as a number."""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return units * (input_dim + units + bool(use_bias))

"""The count of the lowest layer for all.

fails: deep_params-upper
message: over and over
"""

# %% deep_params
def deep_params(input_dim, units):
    return [units[0] * (input_dim + units[0] + 1)] * len(units)

"""The input dimension is put in front of the caller's list.

fails: deep_params-unchanged
message: changed by the function
"""

# %% deep_params
def deep_params(input_dim, units):
    units.insert(0, input_dim)
    return [b * (a + b + 1) for a, b in zip(units, units[1:])]

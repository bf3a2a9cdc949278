"""Rounded to the nearest.

fails: find_input_dim-rest
message: raise a ValueError
"""

# %% find_input_dim
def find_input_dim(params, units):
    input_dim = round((params - units**2 - units) / units)
    if input_dim < 1:
        raise ValueError
    return input_dim

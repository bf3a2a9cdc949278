"""A float comes back.

fails: find_input_dim-values
message: float
"""

# %% find_input_dim
def find_input_dim(params, units):
    input_dim = (params - units**2 - units) / units
    if input_dim < 1 or input_dim != int(input_dim):
        raise ValueError
    return input_dim

"""Divided by the two time steps as well.

fails: find_input_dim-values find_input_dim-large
message: not right
"""

# %% find_input_dim
def find_input_dim(params, units):
    rest = params - units**2 - units
    if rest % units or rest < units:
        raise ValueError
    return rest // (2 * units)

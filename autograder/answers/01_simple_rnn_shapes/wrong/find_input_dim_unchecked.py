"""Nothing is checked.

fails: find_input_dim-rest find_input_dim-small
message: raise a ValueError
"""

# %% find_input_dim
def find_input_dim(params, units):
    return (params - units**2 - units) // units

"""Not divided by H.

fails: find_input_dim-values find_input_dim-rest find_input_dim-large
message: not divided
"""

# %% find_input_dim
def find_input_dim(params, units):
    rest = params - units**2 - units
    if rest < 1:
        raise ValueError
    return rest

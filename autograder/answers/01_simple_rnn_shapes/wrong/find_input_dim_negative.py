"""Only the rest of the division is looked at.

fails: find_input_dim-small
message: zero
"""

# %% find_input_dim
def find_input_dim(params, units):
    input_dim, rest = divmod(params - units**2 - units, units)
    if rest:
        raise ValueError
    return input_dim

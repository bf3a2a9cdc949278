"""Zero is refused, negative ones pass.

fails: find_input_dim-small
message: negative
"""

# %% find_input_dim
def find_input_dim(params, units):
    input_dim, rest = divmod(params - units**2 - units, units)
    if rest or input_dim == 0:
        raise ValueError
    return input_dim

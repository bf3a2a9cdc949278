"""The error is returned, not raised.

fails: find_input_dim-rest find_input_dim-small
message: ValueError
"""

# %% find_input_dim
def find_input_dim(params, units):
    input_dim, rest = divmod(params - units**2 - units, units)
    if rest or input_dim < 1:
        return ValueError('no positive integer fits')
    return input_dim

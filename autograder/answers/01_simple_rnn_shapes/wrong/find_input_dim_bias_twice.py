"""The bias is taken off twice.

fails: find_input_dim-values
message: twice
"""

# %% find_input_dim
def find_input_dim(params, units):
    rest = params - units**2 - 2 * units
    if rest % (units) or rest // (units) < 1:
        raise ValueError('no positive integer fits')
    return rest // (units)

"""An input dimension of zero passes.

fails: find_input_dim-small
message: zero
"""

# %% find_input_dim
def find_input_dim(params, units):
    rest = params - units**2 - units
    if rest % (units) or rest // (units) < 0:
        raise ValueError('no positive integer fits')
    return rest // (units)

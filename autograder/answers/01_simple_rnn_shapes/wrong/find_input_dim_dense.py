"""The recurrent kernel is forgotten.

fails: find_input_dim-values find_input_dim-small
message: leaves out the recurrent kernel
"""

# %% find_input_dim
def find_input_dim(params, units):
    rest = params - units
    if rest % (units) or rest // (units) < 1:
        raise ValueError('no positive integer fits')
    return rest // (units)

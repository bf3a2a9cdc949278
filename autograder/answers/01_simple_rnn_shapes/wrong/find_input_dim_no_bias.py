"""The bias is forgotten.

fails: find_input_dim-values find_input_dim-small
message: leaves out the bias
"""

# %% find_input_dim
def find_input_dim(params, units):
    rest = params - units**2
    if rest % (units) or rest // (units) < 1:
        raise ValueError('no positive integer fits')
    return rest // (units)

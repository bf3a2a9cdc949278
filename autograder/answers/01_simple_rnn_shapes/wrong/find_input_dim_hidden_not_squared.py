"""H in place of H².

fails: find_input_dim-values find_input_dim-small
message: in place of its square
"""

# %% find_input_dim
def find_input_dim(params, units):
    rest = params - 2 * units
    if rest % (units) or rest // (units) < 1:
        raise ValueError('no positive integer fits')
    return rest // (units)

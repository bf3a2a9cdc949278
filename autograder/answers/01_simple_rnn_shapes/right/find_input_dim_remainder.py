"""With // and %."""

# %% find_input_dim
def find_input_dim(params, units):
    rest = params - units**2 - units
    if rest <= 0 or rest % units != 0:
        raise ValueError('no such layer')
    return rest // units

"""Weights are handed out until none is left."""

# %% find_input_dim
def find_input_dim(params, units):
    left = params - units * units - units
    input_dim = 0
    while left > 0:
        left -= units
        input_dim += 1
    if left < 0 or input_dim == 0:
        raise ValueError('does not come out even')
    return input_dim

"""A division, then an integer check."""

# %% find_input_dim
def find_input_dim(params, units):
    input_dim = params / units - units - 1
    print(input_dim)
    if not input_dim.is_integer() or input_dim < 1:
        raise ValueError
    return int(input_dim)

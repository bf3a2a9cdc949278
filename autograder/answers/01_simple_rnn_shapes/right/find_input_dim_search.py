"""A search over all that could be."""

# %% find_input_dim
def find_input_dim(params, units):
    for input_dim in range(1, max(params, 1)):
        if units * (input_dim + units + 1) == params:
            return input_dim
    raise ValueError(f'{params} parameters and {units} units do not fit')

"""A search that ends at 1000.

fails: find_input_dim-large
message: end too early
"""

# %% find_input_dim
def find_input_dim(params, units):
    for input_dim in range(1, 1000):
        if input_dim * units + units**2 + units == params:
            return input_dim
    raise ValueError(params)

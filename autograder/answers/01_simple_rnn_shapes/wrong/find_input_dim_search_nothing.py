"""A search that ends without an error.

fails: find_input_dim-rest find_input_dim-small
message: returns None
"""

# %% find_input_dim
def find_input_dim(params, units):
    for input_dim in range(1, params):
        if input_dim * units + units**2 + units == params:
            return input_dim

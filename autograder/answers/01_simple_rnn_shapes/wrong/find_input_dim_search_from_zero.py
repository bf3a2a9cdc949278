"""A search that begins at zero.

fails: find_input_dim-small
message: zero
"""

# %% find_input_dim
def find_input_dim(params, units):
    for input_dim in range(params + 1):
        if input_dim * units + units**2 + units == params:
            return input_dim
    raise ValueError(params)

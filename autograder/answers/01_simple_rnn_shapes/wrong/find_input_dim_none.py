"""None in place of an error.

fails: find_input_dim-rest find_input_dim-small
message: returns None
"""

# %% find_input_dim
def find_input_dim(params, units):
    input_dim, rest = divmod(params - units**2 - units, units)
    if rest == 0 and input_dim > 0:
        return input_dim

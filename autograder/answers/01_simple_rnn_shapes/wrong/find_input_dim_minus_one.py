"""−1 in place of an error.

fails: find_input_dim-rest find_input_dim-small
message: ValueError
"""

# %% find_input_dim
def find_input_dim(params, units):
    input_dim, rest = divmod(params - units**2 - units, units)
    return input_dim if rest == 0 and input_dim > 0 else -1

"""An assertion in place of a ValueError.

fails: find_input_dim-rest find_input_dim-small
message: AssertionError
"""

# %% find_input_dim
def find_input_dim(params, units):
    input_dim, rest = divmod(params - units**2 - units, units)
    assert rest == 0 and input_dim > 0
    return input_dim

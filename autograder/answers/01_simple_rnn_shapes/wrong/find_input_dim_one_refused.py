"""An input dimension of 1 is refused.

fails: find_input_dim-values
message: there is such a layer
"""

# %% find_input_dim
def find_input_dim(params, units):
    d, r = divmod(params - units * units - units, units)
    if r or d <= 1:
        raise ValueError("no")
    return d

"""Only divided.

fails: find_input_dim-values find_input_dim-small
message: recurrent kernel and bias
"""

# %% find_input_dim
def find_input_dim(params, units):
    if params % units or params < units:
        raise ValueError
    return params // units

"""The range of the search ends one too early.

fails: find_input_dim-check find_input_dim-values find_input_dim-large
message: there is such a layer
"""

# %% find_input_dim
def find_input_dim(params, units):
    for d in range(1, params // units - units - 1):
        if units * (d + units + 1) == params:
            return d
    raise ValueError("no")

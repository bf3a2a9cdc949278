"""10 for all.

fails: find_input_dim-values find_input_dim-rest find_input_dim-small find_input_dim-large
message: hard-coded
"""

# %% find_input_dim
def find_input_dim(params, units):
    return 10

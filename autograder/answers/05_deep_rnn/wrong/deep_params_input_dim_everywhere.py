"""Every layer is counted with the features of the input.

fails: deep_params-upper
message: layers which read the input
"""

# %% deep_params
def deep_params(input_dim, units):
    return [width * (input_dim + width + 1) for width in units]

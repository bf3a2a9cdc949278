"""All kernels are thought to be square.

fails: deep_params-one deep_params-upper
message: takes the units
"""

# %% deep_params
def deep_params(input_dim, units):
    return [width * (width + width + 1) for width in units]

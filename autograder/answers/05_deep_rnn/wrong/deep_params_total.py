"""The total instead of a list.

fails: deep_params-one deep_params-upper
message: should be one count for each layer
"""

# %% deep_params
def deep_params(input_dim, units):
    total = 0
    for width in units:
        total += width * (input_dim + width + 1)
        input_dim = width
    return total

"""No bias.

fails: deep_params-one deep_params-upper
message: has no bias
"""

# %% deep_params
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(below * width + width * width)
        below = width
    return counts

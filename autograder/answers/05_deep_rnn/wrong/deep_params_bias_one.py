"""One bias for the whole layer.

fails: deep_params-one deep_params-upper
message: 1 instead of the units
"""

# %% deep_params
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(below * width + width * width + 1)
        below = width
    return counts

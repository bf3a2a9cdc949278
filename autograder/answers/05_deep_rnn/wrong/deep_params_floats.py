"""The counts are floats.

fails: deep_params-one deep_params-upper
message: a float
"""

# %% deep_params
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(below * width + width ** 2.0 + width)
        below = width
    return counts

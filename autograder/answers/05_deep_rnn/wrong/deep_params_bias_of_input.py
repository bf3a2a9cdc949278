"""The lowest layer gets a bias for each feature.

fails: deep_params-one
message: bias of the input dimension
"""

# %% deep_params
def deep_params(input_dim, units):
    counts = [input_dim * units[0] + units[0] ** 2 + input_dim]
    for low, width in zip(units, units[1:]):
        counts.append(width * (low + width + 1))
    return counts

"""Every upper layer is thought to read the lowest one.

fails: deep_params-upper
message: read the lowest one
"""

# %% deep_params
def deep_params(input_dim, units):
    counts = [units[0] * (input_dim + units[0] + 1)]
    for width in units[1:]:
        counts.append(width * (units[0] + width + 1))
    return counts

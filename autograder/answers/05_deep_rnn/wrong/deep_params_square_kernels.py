"""The kernel is thought to be square from the second layer on.

fails: deep_params-upper
message: takes the units of a layer for its input dimension
"""

# %% deep_params
def deep_params(input_dim, units):
    counts = [units[0] * (input_dim + units[0] + 1)]
    for width in units[1:]:
        counts.append(width * (width + width + 1))
    return counts

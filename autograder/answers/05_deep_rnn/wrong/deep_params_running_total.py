"""The sum of all layers up to this one.

fails: deep_params-upper
message: grows from layer to layer
"""

# %% deep_params
def deep_params(input_dim, units):
    counts = []
    total = 0
    for width in units:
        total += width * (input_dim + width + 1)
        counts.append(total)
        input_dim = width
    return counts

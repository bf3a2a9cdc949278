"""The list begins with the top layer.

fails: deep_params-upper
message: begins with the top layer
"""

# %% deep_params
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(width * (below + width + 1))
        below = width
    return counts[::-1]

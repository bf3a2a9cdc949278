"""Two biases.

fails: deep_params-one deep_params-upper
message: bias twice
"""

# %% deep_params
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(below * width + width * width + 2 * width)
        below = width
    return counts

"""No kernel.

fails: deep_params-one deep_params-upper
message: lacks the kernel
"""

# %% deep_params
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(width * width + width)
        below = width
    return counts

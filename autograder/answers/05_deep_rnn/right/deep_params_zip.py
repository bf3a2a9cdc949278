"""Pairs of neighbouring sizes."""

# %% deep_params
def deep_params(input_dim, units):
    sizes = [input_dim] + units
    return [h * (d + h + 1) for d, h in zip(sizes[:-1], sizes[1:])]

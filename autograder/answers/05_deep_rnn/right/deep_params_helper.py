"""A helper, and the layer below by its index; a tuple."""

# %% deep_params
def deep_params(input_dim, units):
    def count(features, width):
        kernel = features * width
        recurrent = width * width
        return kernel + recurrent + width
    return tuple(count(units[k - 1] if k else input_dim, units[k]) for k in range(len(units)))

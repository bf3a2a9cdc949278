"""Sizes of arrays, by a helper."""

# %% count_params
def sizes(input_dim, units):
    return [np.ones((input_dim, units)).size, np.ones((units, units)).size, units]


def count_params(input_dim, units, use_bias=True):
    kernel, recurrent, bias = sizes(input_dim, units)
    return kernel + recurrent + (bias if use_bias else 0)

"""A layer is built and asked."""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    layer = SimpleRNN(units, use_bias=use_bias)
    layer.build((None, 1, input_dim))
    return layer.count_params()

"""A layer is built and asked."""

# %% weight_shapes
def weight_shapes(input_dim, units):
    layer = SimpleRNN(units)
    layer.build((None, None, input_dim))
    return [weight.shape for weight in layer.get_weights()]

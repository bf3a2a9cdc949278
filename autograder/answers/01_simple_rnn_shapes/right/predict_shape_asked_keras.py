"""Keras was asked."""

# %% predict_shape
def predict_shape():
    layers = SimpleRNN(3), SimpleRNN(7)
    inputs = (None, 2, 10), (None, 5, 4)
    return [layer.compute_output_shape(shape) for layer, shape in zip(layers, inputs)]

"""Asked from Keras."""

# %% deep_params
def deep_params(input_dim, units):
    model = keras.Sequential([keras.Input((1, input_dim))])
    for width in units:
        model.add(SimpleRNN(width, return_sequences=True))
    return [layer.count_params() for layer in model.layers]

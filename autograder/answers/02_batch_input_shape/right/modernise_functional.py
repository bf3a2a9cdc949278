"""The functional API, and a helper with keyword arguments."""

# %% modernise
def modernise(units, old):
    def layer(batch_input_shape=None, input_shape=None, batch_size=None, input_length=None,
              input_dim=None, **settings):
        if batch_input_shape is None:
            batch_input_shape = [batch_size, *(input_shape or (input_length, input_dim))]
        inputs = keras.layers.Input(batch_shape=batch_input_shape)
        return keras.Model(inputs, SimpleRNN(units, **settings)(inputs))

    return layer(**old)

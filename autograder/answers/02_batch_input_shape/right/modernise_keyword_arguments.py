"""A function inside sorts the arguments by their names."""

# %% modernise
def modernise(units, old):
    def build(batch_input_shape=None, input_shape=None, input_length=None, input_dim=None, batch_size=None, **rest):
        shape = batch_input_shape or (batch_size, *(input_shape or (input_length, input_dim)))
        return keras.Sequential([keras.layers.InputLayer(batch_shape=shape), SimpleRNN(units=units, **rest)])
    return build(**old)

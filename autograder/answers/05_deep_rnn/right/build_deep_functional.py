"""The functional API."""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    inputs = keras.Input(shape=(timesteps, input_dim))
    x = inputs
    for k, width in enumerate(units):
        is_top = k == len(units) - 1
        x = SimpleRNN(width, return_sequences=not (is_top and vector))(x)
    return keras.Model(inputs, x)

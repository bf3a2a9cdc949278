"""The functional API."""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    x = keras.Input(batch_shape=(batch, timesteps, input_dim))
    states = SimpleRNN(units, stateful=True, return_sequences=True)(x)
    return keras.Model(x, states)

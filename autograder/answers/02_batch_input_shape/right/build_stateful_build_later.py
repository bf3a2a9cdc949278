"""A Sequential that is built afterwards."""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    model = keras.Sequential([SimpleRNN(units, return_sequences=True, stateful=True)])
    model.build((batch, timesteps, input_dim))
    return model

"""A Sequential that is built afterwards."""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    model = keras.Sequential([SimpleRNN(units)])
    model.build((batch, timesteps, input_dim))
    return model

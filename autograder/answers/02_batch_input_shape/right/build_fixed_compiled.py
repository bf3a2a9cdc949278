"""The model is compiled too."""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    model = keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim))])
    model.add(SimpleRNN(units, stateful=False, return_sequences=False))
    model.compile("sgd", "mse")
    return model

"""Prints and warns, and spells the defaults out."""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    import warnings

    warnings.warn("building")
    model = keras.models.Sequential()
    model.add(keras.layers.Input(batch_shape=[batch, timesteps, input_dim]))
    model.add(keras.layers.SimpleRNN(units=units, activation="tanh", use_bias=True))
    model.summary()
    return model

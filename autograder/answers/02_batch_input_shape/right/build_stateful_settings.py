"""The settings come from a dictionary; prints and is compiled."""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    settings = {"units": units, "return_sequences": True, "stateful": True}
    model = keras.models.Sequential([
        keras.layers.InputLayer(batch_shape=(batch, timesteps, input_dim)),
        keras.layers.SimpleRNN(**settings),
    ])
    model.compile(optimizer="adam", loss="mse")
    print(model.output_shape)
    return model

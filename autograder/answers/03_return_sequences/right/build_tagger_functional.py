"""The functional API, the softmax as a layer of its own."""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    x = keras.Input(shape=(timesteps, input_dim))
    h = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(x, keras.layers.Softmax(axis=-1)(keras.layers.Dense(n_tags)(h)))

"""No input layer; the shape is given to model.build."""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    model = keras.Sequential([
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])
    model.build((None, timesteps, input_dim))
    return model

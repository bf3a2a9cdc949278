"""A functional model whose input and output go by name."""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    x = keras.Input((timesteps, input_dim), name="sentence")
    states, _ = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model([x], [keras.layers.Dense(n_tags, activation="softmax", name="tags")(states)])

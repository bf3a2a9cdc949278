"""The same dense layer called on each time step, stacked along time."""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    head = keras.layers.Dense(n_tags, activation="softmax")
    tags = [head(states[:, t, :]) for t in range(timesteps)]
    return keras.Model(inputs=x, outputs=keras.ops.stack(tags, axis=1))

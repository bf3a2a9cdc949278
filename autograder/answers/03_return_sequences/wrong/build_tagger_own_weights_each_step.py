"""A dense layer of its own for each time step.

fails: build_tagger-values
message: of its own for each time step
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    tags = [keras.layers.Dense(n_tags, activation="softmax")(states[:, t]) for t in range(timesteps)]
    return keras.Model(x, keras.ops.stack(tags, axis=1))

"""units taken for the number of time steps.

fails: build_tagger-values
message: units as there are time steps
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(timesteps, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

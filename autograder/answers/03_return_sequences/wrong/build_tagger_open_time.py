"""The number of time steps is left open.

fails: build_tagger-input build_tagger-values
message: time steps open
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(None, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

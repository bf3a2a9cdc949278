"""The RNN as wide as there are tags, units unused.

fails: build_tagger-values
message: units as there are tags
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(n_tags, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

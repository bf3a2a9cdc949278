"""Two RNN layers, the lower one without return_sequences.

fails: build_tagger-input build_tagger-steps build_tagger-values
message: expected ndim=3, found ndim=2
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.SimpleRNN(n_tags, return_sequences=True, activation="softmax"),
    ])

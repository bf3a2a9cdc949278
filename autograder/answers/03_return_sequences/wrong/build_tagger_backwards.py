"""The sentence is read backwards; the answers come in reversed order.

fails: build_tagger-steps build_tagger-values
message: backwards
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True, go_backwards=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

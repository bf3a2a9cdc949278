"""A bidirectional RNN, which sees the words to come.

fails: build_tagger-steps build_tagger-values
message: is bidirectional
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.Bidirectional(keras.layers.SimpleRNN(units, return_sequences=True)),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

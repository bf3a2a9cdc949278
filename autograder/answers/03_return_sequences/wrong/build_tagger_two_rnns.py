"""A second RNN layer that was not asked for.

fails: build_tagger-values
message: second RNN layer
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

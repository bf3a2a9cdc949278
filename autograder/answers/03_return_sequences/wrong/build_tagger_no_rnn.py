"""A dense layer on the words: nothing is remembered.

fails: build_tagger-steps build_tagger-values
message: dense layer in place of the RNN
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.Dense(units, activation="tanh"),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

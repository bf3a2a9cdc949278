"""The last state repeated, then the output layer.

fails: build_tagger-steps build_tagger-values
message: when a later word does
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.RepeatVector(timesteps),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

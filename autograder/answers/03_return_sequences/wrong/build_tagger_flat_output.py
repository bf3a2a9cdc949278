"""All tags of all time steps in one axis.

fails: build_tagger-steps build_tagger-values
message: one axis
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(timesteps * n_tags, activation="softmax"),
    ])

"""The output layer is missing.

fails: build_tagger-steps build_tagger-values
message: has no output layer
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
    ])

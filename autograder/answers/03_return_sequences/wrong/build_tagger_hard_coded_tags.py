"""Always four tags.

fails: build_tagger-steps build_tagger-values
message: gives output of shape
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(4, activation="softmax"),
    ])

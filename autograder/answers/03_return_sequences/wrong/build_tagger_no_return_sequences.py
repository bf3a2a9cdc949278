"""return_sequences is missing: one answer for the sentence.

fails: build_tagger-steps build_tagger-values
message: return_sequences is missing
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

"""No output layer; the RNN has a softmax and as many units as there are tags.

fails: build_tagger-values
message: no output layer
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(n_tags, return_sequences=True, activation="softmax"),
    ])

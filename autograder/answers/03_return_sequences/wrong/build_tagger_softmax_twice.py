"""A softmax on softmax.

fails: build_tagger-values
message: softmax twice
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
        keras.layers.Activation("softmax"),
    ])

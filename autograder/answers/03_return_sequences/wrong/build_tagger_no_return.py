"""The return is forgotten.

fails: build_tagger-input build_tagger-steps build_tagger-values
message: returns NoneType
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

"""The RNN has no activation.

fails: build_tagger-values
message: RNN without tanh
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True, activation="linear"),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

"""Input dimension and time steps swapped.

fails: build_tagger-input
message: swapped
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    return keras.Sequential([
        keras.Input(shape=(input_dim, timesteps)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_tags, activation="softmax"),
    ])

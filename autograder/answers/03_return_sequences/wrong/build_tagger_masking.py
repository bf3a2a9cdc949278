"""A Masking layer in front: a word of zeros gets the tag of the word before it.

fails: build_tagger-values
message: leaves out a word of zeros
"""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    model = keras.Sequential()
    model.add(keras.Input((timesteps, input_dim)))
    model.add(keras.layers.Masking(0.0))
    model.add(keras.layers.SimpleRNN(units, return_sequences=True))
    model.add(keras.layers.Dense(n_tags, activation="softmax"))
    return model

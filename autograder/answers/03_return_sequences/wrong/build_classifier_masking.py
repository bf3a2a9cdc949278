"""A Masking layer in front, although a word of zeros is a word.

fails: build_classifier-values
message: leaves out a word of zeros
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input((timesteps, input_dim)),
        keras.layers.Masking(),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

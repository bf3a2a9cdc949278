"""The sentence is read in both directions.

fails: build_classifier-values
message: is bidirectional
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input((timesteps, input_dim)),
        keras.layers.Bidirectional(keras.layers.SimpleRNN(units)),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

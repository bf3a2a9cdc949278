"""The sentence is read backwards.

fails: build_classifier-values
message: backwards
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, go_backwards=True),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

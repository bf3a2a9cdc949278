"""The number of time steps is left open.

fails: build_classifier-input build_classifier-values
message: time steps open
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(None, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

"""The sizes of the worked cell stand in the input.

fails: build_classifier-input build_classifier-head build_classifier-values
message: input shape of the model is (None, 2, 10)
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(2, 10)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

"""A further dense layer between RNN and output layer.

fails: build_classifier-values
message: second Dense layer
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(units, activation="relu"),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

"""ReLU on the output layer.

fails: build_classifier-head build_classifier-values
message: ReLU in place of softmax
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="relu"),
    ])

"""No input: the model is not built.

fails: build_classifier-input build_classifier-values
message: keras.Input
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

"""The output layer is missing.

fails: build_classifier-head build_classifier-values
message: has no output layer
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
    ])

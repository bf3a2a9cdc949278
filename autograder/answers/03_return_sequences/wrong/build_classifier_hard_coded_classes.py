"""Always four classes.

fails: build_classifier-head build_classifier-values
message: gives output of shape
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(4, activation="softmax"),
    ])

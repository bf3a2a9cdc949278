"""input_shape= on the layer, with its warning."""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.layers.SimpleRNN(units, input_shape=(timesteps, input_dim)),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

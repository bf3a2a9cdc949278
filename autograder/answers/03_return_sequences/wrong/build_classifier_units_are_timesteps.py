"""units taken for the number of time steps: one memory cell for each.

fails: build_classifier-values
message: units as there are time steps
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(timesteps),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

"""units and n_classes swapped.

fails: build_classifier-head build_classifier-values
message: units and classes swapped
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(n_classes),
        keras.layers.Dense(units, activation="softmax"),
    ])

"""A second RNN layer that was not asked for.

fails: build_classifier-values
message: second RNN layer
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

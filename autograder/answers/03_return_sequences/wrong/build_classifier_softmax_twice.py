"""A softmax on softmax.

fails: build_classifier-values
message: softmax twice
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
        keras.layers.Softmax(),
    ])

"""An LSTM in place of the simple RNN.

fails: build_classifier-values
message: LSTM
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.LSTM(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

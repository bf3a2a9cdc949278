"""The RNN has no activation.

fails: build_classifier-values
message: RNN without tanh
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, activation=None),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

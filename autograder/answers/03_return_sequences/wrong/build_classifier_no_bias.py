"""The RNN has no bias.

fails: build_classifier-values
message: RNN without bias
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, use_bias=False),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

"""The RNN has ReLU.

fails: build_classifier-values
message: ReLU in place of tanh
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, "relu"),
        keras.layers.Dense(n_classes, "softmax"),
    ])

"""No output layer; the RNN has a softmax and as many units as there are classes.

fails: build_classifier-values
message: no output layer
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(n_classes, activation="softmax"),
    ])

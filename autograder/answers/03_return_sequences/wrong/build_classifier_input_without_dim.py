"""The input has only time steps.

fails: build_classifier-input build_classifier-head build_classifier-values
message: stopped with ValueError
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps,)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

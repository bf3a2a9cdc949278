"""A stateful layer without a batch size.

fails: build_classifier-input build_classifier-head build_classifier-values
message: stopped with ValueError
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, stateful=True),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

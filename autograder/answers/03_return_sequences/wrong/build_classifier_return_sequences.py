"""return_sequences is set, so that there is an answer at each time step.

fails: build_classifier-head build_classifier-values
message: time axis
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])

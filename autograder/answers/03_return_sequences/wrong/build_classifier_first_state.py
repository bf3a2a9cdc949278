"""The first state in place of the last.

fails: build_classifier-values
message: first state under its output layer
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(x, keras.layers.Dense(n_classes, activation="softmax")(states[:, 0]))

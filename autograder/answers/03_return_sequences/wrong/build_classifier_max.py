"""The largest of all states under the output layer.

fails: build_classifier-values
message: largest of all states
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    top = keras.layers.GlobalMaxPooling1D()(states)
    return keras.Model(x, keras.layers.Dense(n_classes, activation="softmax")(top))

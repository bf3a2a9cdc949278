"""All states, and the last one cut out of them."""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    last = states[:, -1, :]
    return keras.Model(x, keras.layers.Dense(n_classes, activation="softmax")(last))

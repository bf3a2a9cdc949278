"""The functional API, with a list of inputs and outputs."""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    x = keras.Input((timesteps, input_dim))
    h = keras.layers.SimpleRNN(units)(x)
    y = keras.layers.Dense(n_classes, activation="softmax")(h)
    return keras.Model(inputs=[x], outputs=[y])

"""The state that return_state gives."""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    x = keras.Input(batch_shape=(None, timesteps, input_dim))
    _, state = keras.layers.SimpleRNN(units, return_state=True)(x)
    scores = keras.layers.Dense(n_classes)(state)
    return keras.Model(x, keras.layers.Softmax()(scores))

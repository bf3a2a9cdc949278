"""Two models in a third."""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    body = keras.Sequential([keras.Input((timesteps, input_dim)), keras.layers.SimpleRNN(units)])
    head = keras.Sequential([keras.Input((units,)), keras.layers.Dense(n_classes), keras.layers.Softmax()])
    return keras.Sequential([keras.Input((timesteps, input_dim)), body, head])

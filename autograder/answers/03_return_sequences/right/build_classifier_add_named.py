"""model.add, names for model and layers, a print."""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    model = keras.models.Sequential(name="classifier")
    model.add(keras.layers.Input(shape=(timesteps, input_dim), name="sentence"))
    model.add(keras.layers.SimpleRNN(units, name="memory"))
    model.add(keras.layers.Dense(units=n_classes, activation="softmax", name="head"))
    print("built", model.output_shape)
    return model

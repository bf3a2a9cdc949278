"""The layer unrolled, built by model.build, with a dropout that is idle outside training."""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    model = keras.Sequential([
        keras.layers.SimpleRNN(units, unroll=True),
        keras.layers.Dropout(0.2),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])
    model.build(input_shape=(None, timesteps, input_dim))
    return model

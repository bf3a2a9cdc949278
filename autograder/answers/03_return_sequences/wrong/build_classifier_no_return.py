"""The return is forgotten.

fails: build_classifier-input build_classifier-head build_classifier-values
message: returns NoneType
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="softmax"),
    ])
    model.summary()

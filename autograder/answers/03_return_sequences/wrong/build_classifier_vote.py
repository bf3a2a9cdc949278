"""An answer at each time step, then their mean.

fails: build_classifier-values
message: averages the answers
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units, return_sequences=True),
        keras.layers.Dense(n_classes, activation="softmax"),
        keras.layers.GlobalAveragePooling1D(),
    ])

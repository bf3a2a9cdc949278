"""The output layer has no activation.

fails: build_classifier-head build_classifier-values
message: has no softmax
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(keras.layers.SimpleRNN(units))
    model.add(keras.layers.Dense(n_classes))
    return model

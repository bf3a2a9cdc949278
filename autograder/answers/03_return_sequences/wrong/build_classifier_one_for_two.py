"""A single sigmoid where there are two classes.

fails: build_classifier-head
message: single number
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    if n_classes == 2:
        head = keras.layers.Dense(1, activation="sigmoid")
    else:
        head = keras.layers.Dense(n_classes, activation="softmax")
    return keras.Sequential([keras.Input(shape=(timesteps, input_dim)), keras.layers.SimpleRNN(units), head])

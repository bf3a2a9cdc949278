"""A sigmoid for each class in place of a softmax over all.

fails: build_classifier-head build_classifier-values
message: sigmoid in place of softmax
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes, activation="sigmoid"),
    ])

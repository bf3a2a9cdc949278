"""The softmax over the first axis, the batch.

fails: build_classifier-head build_classifier-values
message: softmax over the batch
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        keras.layers.SimpleRNN(units),
        keras.layers.Dense(n_classes),
        keras.layers.Softmax(axis=0),
    ])

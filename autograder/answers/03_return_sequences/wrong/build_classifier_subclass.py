"""A class of its own, which has no input shape.

fails: build_classifier-input build_classifier-values
message: Begin with keras.Input
"""

# %% build_classifier
def build_classifier(timesteps, input_dim, units, n_classes):
    class Classifier(keras.Model):
        def __init__(self):
            super().__init__()
            self.rnn = keras.layers.SimpleRNN(units)
            self.head = keras.layers.Dense(n_classes, activation="softmax")

        def call(self, x):
            return self.head(self.rnn(x))

    model = Classifier()
    model(np.zeros((1, timesteps, input_dim)))
    return model

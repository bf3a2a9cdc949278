"""A class of its own, which has no input shape.

fails: as_keras-shapes
message: begin it with keras.Input
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.rnn = keras.layers.SimpleRNN(len(b), return_sequences=True)

        def call(self, x):
            return self.rnn(x)

    model = Network()
    model(np.zeros((1, timesteps, Wx.shape[1])))
    model.set_weights([Wx.T, Wh.T, b])
    return model

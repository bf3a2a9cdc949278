"""The layer has no activation.

fails: as_keras-values
message: no tanh
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, activation=None),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

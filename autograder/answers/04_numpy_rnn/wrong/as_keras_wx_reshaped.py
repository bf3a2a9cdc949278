"""Wx is brought into shape by reshape.

fails: as_keras-values
message: reshape
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.reshape(Wx.shape[1], -1), Wh.T, b])
    return model

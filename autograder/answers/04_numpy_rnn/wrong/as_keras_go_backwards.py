"""The layer reads from the end.

fails: as_keras-values
message: read from their end
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, go_backwards=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

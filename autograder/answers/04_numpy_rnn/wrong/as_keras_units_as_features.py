"""The hidden size is taken for the input dimension.

fails: as_keras-shapes as_keras-values
message: stopped with ValueError
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[0])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

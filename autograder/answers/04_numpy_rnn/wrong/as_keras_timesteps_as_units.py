"""The number of time steps is taken for the number of units.

fails: as_keras-shapes as_keras-values as_keras-apart
message: stopped with ValueError
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(timesteps, return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

"""return_sequences is missing.

fails: as_keras-shapes as_keras-values
message: last state
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b)),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

"""Words of zeros are masked.

fails: as_keras-values
message: right shape
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input((timesteps, Wx.shape[1])),
        keras.layers.Masking(),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

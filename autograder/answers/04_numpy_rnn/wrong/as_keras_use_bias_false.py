"""The layer has no bias.

fails: as_keras-values
message: without the bias
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, use_bias=False),
    ])
    model.set_weights([Wx.T, Wh.T])
    return model

"""The bias is left at zero.

fails: as_keras-values
message: without the bias
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, np.zeros(len(b))])
    return model

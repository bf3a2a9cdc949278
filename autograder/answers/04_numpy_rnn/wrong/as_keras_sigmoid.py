"""The layer has a sigmoid.

fails: as_keras-values
message: sigmoid
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, activation='sigmoid'),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

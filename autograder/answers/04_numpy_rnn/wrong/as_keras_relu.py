"""The layer has ReLU.

fails: as_keras-values
message: ReLU
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, activation='relu'),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

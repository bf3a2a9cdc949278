"""The weights are never set.

fails: as_keras-values
message: never set
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    return keras.Sequential([
        keras.Input((timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])

"""The last state is repeated at all steps.

fails: as_keras-values
message: repeated at all steps
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input((timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b)),
        keras.layers.RepeatVector(timesteps),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

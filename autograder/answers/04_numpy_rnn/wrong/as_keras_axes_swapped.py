"""Features and time steps are changed over in the input.

fails: as_keras-shapes as_keras-values as_keras-apart
message: stopped with ValueError
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(Wx.shape[1], timesteps)),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

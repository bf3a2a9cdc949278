"""The model returns the last state as a second output.

fails: as_keras-shapes as_keras-values as_keras-apart
message: leave return_state off
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    x = keras.Input((timesteps, Wx.shape[1]))
    layer = keras.layers.SimpleRNN(len(b), return_sequences=True, return_state=True)
    model = keras.Model(x, layer(x))
    model.set_weights([Wx.T, Wh.T, b])
    return model

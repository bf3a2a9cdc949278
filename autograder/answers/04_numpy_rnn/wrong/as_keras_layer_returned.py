"""The layer is returned, not a model.

fails: as_keras-shapes as_keras-values as_keras-apart
message: not SimpleRNN
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    layer = keras.layers.SimpleRNN(len(b), return_sequences=True)
    layer.build((None, timesteps, Wx.shape[1]))
    layer.set_weights([Wx.T, Wh.T, b])
    return layer

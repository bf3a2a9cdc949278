"""A bidirectional layer.

fails: as_keras-shapes as_keras-values as_keras-apart
message: stopped with ValueError
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    layer = keras.layers.Bidirectional(keras.layers.SimpleRNN(len(b), return_sequences=True))
    model = keras.Sequential([keras.Input((timesteps, Wx.shape[1])), layer])
    model.set_weights([Wx.T, Wh.T, b])
    return model

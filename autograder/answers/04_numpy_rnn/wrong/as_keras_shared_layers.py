"""Layers are kept in a dictionary by size and used again.

fails: as_keras-apart
message: share their weights
"""

# %% as_keras
layers = {}

def as_keras(Wx, Wh, b, timesteps):
    if Wx.shape not in layers:
        layers[Wx.shape] = keras.layers.SimpleRNN(len(b), return_sequences=True)
    layer = layers[Wx.shape]
    inputs = keras.Input((timesteps, Wx.shape[1]))
    model = keras.Model(inputs, layer(inputs))
    layer.set_weights([Wx.T, Wh.T, b])
    return model

"""input_shape= on the layer, with its warning."""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential()
    model.add(keras.layers.SimpleRNN(Wx.shape[0], input_shape=(timesteps, Wx.shape[1]), return_sequences=True))
    model.set_weights([Wx.T, Wh.T, b])
    return model

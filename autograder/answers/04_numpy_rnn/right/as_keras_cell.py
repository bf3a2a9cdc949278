"""RNN around a SimpleRNNCell."""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    inputs = keras.Input((timesteps, Wx.shape[1]))
    outputs = keras.layers.RNN(keras.layers.SimpleRNNCell(len(b)), return_sequences=True)(inputs)
    model = keras.Model([inputs], outputs)
    model.set_weights((Wx.T, Wh.T, b))
    return model

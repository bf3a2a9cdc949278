"""The functional API; weights set on the layer."""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    H, D = Wx.shape
    inputs = keras.Input(shape=(timesteps, D))
    rnn = keras.layers.SimpleRNN(H, return_sequences=True)
    outputs = rnn(inputs)
    rnn.set_weights([Wx.T, Wh.T, b])
    return keras.Model(inputs=inputs, outputs=outputs)

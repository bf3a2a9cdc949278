"""A second tanh on top.

fails: as_keras-values
message: second time
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    inputs = keras.Input((timesteps, Wx.shape[1]))
    layer = keras.layers.SimpleRNN(len(b), return_sequences=True)
    model = keras.Model(inputs, keras.layers.Activation("tanh")(layer(inputs)))
    model.set_weights([Wx.T, Wh.T, b])
    return model

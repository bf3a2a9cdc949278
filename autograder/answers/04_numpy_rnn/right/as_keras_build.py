"""Built by model.build, compiled."""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([keras.layers.SimpleRNN(len(b), return_sequences=True)])
    model.build((None, timesteps, Wx.shape[1]))
    model.compile("adam", "mse")
    model.set_weights([Wx.T, Wh.T, b])
    return model

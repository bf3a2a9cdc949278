"""float64, and a dropout that does nothing."""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input((timesteps, Wx.shape[1]), dtype="float64"),
        keras.layers.SimpleRNN(len(b), return_sequences=True, activation="tanh", dtype="float64"),
        keras.layers.Dropout(0.0),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

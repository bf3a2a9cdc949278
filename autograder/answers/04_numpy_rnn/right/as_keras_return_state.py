"""return_state too, and only the states given out."""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    inputs = keras.Input((timesteps, Wx.shape[1]))
    states, last = keras.layers.SimpleRNN(len(b), return_sequences=True, return_state=True)(inputs)
    model = keras.Model(inputs, states)
    model.set_weights([Wx.T, Wh.T, b])
    return model

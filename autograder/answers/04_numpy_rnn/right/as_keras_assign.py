"""Each weight assigned by name."""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    H, D = Wx.shape
    rnn = keras.layers.SimpleRNN(H, return_sequences=True)
    model = keras.Sequential([keras.Input(shape=(timesteps, D)), rnn])
    rnn.cell.kernel.assign(Wx.T)
    rnn.cell.recurrent_kernel.assign(Wh.T)
    rnn.cell.bias.assign(b)
    return model

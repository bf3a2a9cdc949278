"""No input is declared, so there are no weights to set.

fails: as_keras-shapes as_keras-values as_keras-apart
message: stopped with ValueError
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential()
    model.add(keras.layers.SimpleRNN(len(b), return_sequences=True))
    model.set_weights([Wx.T, Wh.T, b])
    return model

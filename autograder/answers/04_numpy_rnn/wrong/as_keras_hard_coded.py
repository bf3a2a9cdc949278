"""The sizes of the one sentence.

fails: as_keras-shapes as_keras-values as_keras-apart
message: stopped with ValueError
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(10, 4)),
        keras.layers.SimpleRNN(8, return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

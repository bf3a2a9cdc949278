"""Nothing is transposed.

fails: as_keras-shapes as_keras-values
message: Wx and Wh not transposed
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx, Wh, b])
    return model

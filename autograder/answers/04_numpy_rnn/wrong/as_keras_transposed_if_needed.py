"""Transposed only where the matrix is not square.

fails: as_keras-values
message: not transposed
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([w if w.shape == w.T.shape else w.T for w in (Wx, Wh)] + [b])
    return model

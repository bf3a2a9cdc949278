"""A pair of model and weights is returned.

fails: as_keras-shapes as_keras-values as_keras-apart
message: not tuple
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(shape=(timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model, model.get_weights()

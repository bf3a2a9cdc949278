"""A stateful layer, which also needs a fixed batch.

fails: as_keras-shapes as_keras-values
message: fixes the batch
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential([
        keras.Input(batch_shape=(1, timesteps, Wx.shape[1])),
        keras.layers.SimpleRNN(len(b), return_sequences=True, stateful=True),
    ])
    model.set_weights([Wx.T, Wh.T, b])
    return model

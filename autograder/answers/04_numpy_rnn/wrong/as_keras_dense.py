"""A dense layer at each step: no recurrence.

fails: as_keras-values
message: no recurrent weights
"""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    inputs = keras.Input((timesteps, Wx.shape[1]))
    dense = keras.layers.Dense(len(b), activation="tanh")
    model = keras.Model(inputs, dense(inputs))
    dense.set_weights([Wx.T, b])
    return model

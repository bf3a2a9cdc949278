"""add() step by step, names, a summary."""

# %% as_keras
def as_keras(Wx, Wh, b, timesteps):
    model = keras.Sequential(name="my_network")
    model.add(keras.layers.Input(batch_shape=(None, timesteps, Wx.shape[1]), name="sentence"))
    model.add(keras.layers.SimpleRNN(units=int(np.int64(len(b))), return_sequences=True, name="cell"))
    model.summary()
    model.layers[0].set_weights([np.transpose(Wx), np.transpose(Wh), b])
    return model

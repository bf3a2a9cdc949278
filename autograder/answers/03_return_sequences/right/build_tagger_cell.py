"""The layer RNN around a SimpleRNNCell."""

# %% build_tagger
def build_tagger(timesteps, input_dim, units, n_tags):
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(None, timesteps, input_dim)))
    model.add(keras.layers.RNN(keras.layers.SimpleRNNCell(units), return_sequences=True))
    model.add(keras.layers.Dense(n_tags, activation=keras.activations.softmax))
    return model

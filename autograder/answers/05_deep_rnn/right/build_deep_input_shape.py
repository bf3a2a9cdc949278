"""input_shape on the first layer, which warns."""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential()
    for k, width in enumerate(units):
        flag = k < len(units) - 1 or not vector
        if k == 0:
            model.add(SimpleRNN(width, input_shape=(timesteps, input_dim), return_sequences=flag))
        else:
            model.add(SimpleRNN(width, return_sequences=flag))
    return model

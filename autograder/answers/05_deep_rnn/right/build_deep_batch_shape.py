"""Input with a batch_shape whose batch is None, and a summary on the way."""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(None, timesteps, input_dim)))
    flags = [True] * len(units)
    flags[-1] = not vector
    for width, flag in zip(units, flags):
        model.add(SimpleRNN(width, return_sequences=flag))
    model.summary()
    return model

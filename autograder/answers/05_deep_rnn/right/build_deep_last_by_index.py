"""All states of the top layer, then the last one by its index."""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    inputs = keras.Input((timesteps, input_dim))
    states = inputs
    for width in units:
        states = SimpleRNN(width, return_sequences=True)(states)
    return keras.Model(inputs, states[:, -1] if vector else states)

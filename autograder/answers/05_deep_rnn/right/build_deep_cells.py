"""One RNN layer over a list of cells."""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    cells = [keras.layers.SimpleRNNCell(width) for width in units]
    return keras.Sequential([
        keras.Input((timesteps, input_dim)),
        keras.layers.RNN(cells, return_sequences=not vector),
    ])

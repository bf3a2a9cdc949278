"""No Input, but build with the shape."""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()

    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    model.build((None, timesteps, input_dim))
    return model

"""Input(batch_shape=) and a compiled model."""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(None, timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    model.compile('adam', 'mse')
    return model

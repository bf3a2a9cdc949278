"""The vector is all time steps, laid out.

fails: build_deep_bi-vector build_deep_bi-single
message: lays all time steps out
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode))
    if vector:
        model.add(keras.layers.Flatten())
    return model

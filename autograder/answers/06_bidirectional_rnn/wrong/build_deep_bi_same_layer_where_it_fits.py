"""One layer for all levels that read the same width.

fails: build_deep_bi-own
message: the same layer is used four times
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    inputs = keras.Input(shape=(timesteps, input_dim))
    x, layers = inputs, {}
    for k in range(n_layers):
        key = x.shape[-1], not (vector and k == n_layers - 1)
        if key not in layers:
            layers[key] = Bidirectional(SimpleRNN(units, return_sequences=key[1]), merge_mode=merge_mode)
        x = layers[key](x)
    return keras.Model(inputs, x)

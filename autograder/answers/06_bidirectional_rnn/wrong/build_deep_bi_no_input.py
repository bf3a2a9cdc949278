"""The model does not know its input shape.

fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own build_deep_bi-single
message: is not built
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()

    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    return model

"""The model is not returned.

fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own build_deep_bi-single
message: NoneType
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    model.summary()

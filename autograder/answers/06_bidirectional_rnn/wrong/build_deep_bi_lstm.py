"""LSTM layers instead of SimpleRNN.

fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge
message: LSTM
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(keras.layers.LSTM(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode=merge_mode))
    return model

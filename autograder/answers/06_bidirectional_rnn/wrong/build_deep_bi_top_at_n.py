"""An index too high: no layer drops the time axis.

fails: build_deep_bi-vector build_deep_bi-single
message: keeps the time axis
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers)), merge_mode=merge_mode))
    return model

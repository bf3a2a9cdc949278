"""Every layer drops the time axis where a vector is asked for.

fails: build_deep_bi-vector
message: expected ndim=3, found ndim=2
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not vector), merge_mode=merge_mode))
    return model

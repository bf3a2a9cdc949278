"""Only the first layer returns its states at all time steps where a vector is asked for.

fails: build_deep_bi-vector
message: expected ndim=3
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=k == 0 and n_layers > 1 or not vector), merge_mode=merge_mode))
    return model

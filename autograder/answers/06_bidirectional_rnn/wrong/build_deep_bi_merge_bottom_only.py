"""The merge mode is handed to the first layer only.

fails: build_deep_bi-merge
message: in the lower layer only
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=not (vector and k == n_layers - 1)), merge_mode="concat" if k else merge_mode))
    return model

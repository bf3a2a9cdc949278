"""The vector is the mean over time.

fails: build_deep_bi-vector
message: mean over time
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode))
    if vector:
        model.add(keras.layers.GlobalAveragePooling1D())
    return model

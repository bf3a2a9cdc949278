"""No layer returns its states at all time steps.

fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own build_deep_bi-single
message: expected ndim=3, found ndim=2
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    for k in range(n_layers):
        model.add(Bidirectional(SimpleRNN(units), merge_mode=merge_mode))
    return model

"""Always a lower and an upper layer.

fails: build_deep_bi-vector build_deep_bi-own build_deep_bi-single
message: too many layers
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode),
        Bidirectional(SimpleRNN(units, return_sequences=not vector), merge_mode=merge_mode),
    ])

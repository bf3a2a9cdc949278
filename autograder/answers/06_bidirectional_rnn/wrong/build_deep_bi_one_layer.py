"""The number of layers is ignored.

fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own
message: one layer too few
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        Bidirectional(SimpleRNN(units, return_sequences=not vector), merge_mode=merge_mode),
    ])

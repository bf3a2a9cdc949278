"""GRU layers instead of SimpleRNN.

fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge
message: GRU
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    m = keras.Sequential([keras.Input((timesteps, input_dim))])
    for k in range(n_layers):
        m.add(Bidirectional(keras.layers.GRU(units, return_sequences=k < n_layers - 1 or not vector), merge_mode=merge_mode))
    return m

"""Dropout in every layer.

fails: build_deep_bi-sequences
message: dropout
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    m = keras.Sequential([keras.Input((timesteps, input_dim))])
    for k in range(n_layers):
        m.add(Bidirectional(SimpleRNN(units, dropout=0.5, return_sequences=k < n_layers - 1 or not vector), merge_mode=merge_mode))
    return m

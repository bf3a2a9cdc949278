"""A mask that only shows where a time step is all zeros.

fails: build_deep_bi-sequences
message: leaves out a time step of zeros
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim)), keras.layers.Masking()])
    for k in range(n_layers):
        rnn = SimpleRNN(units, return_sequences=k < n_layers - 1 or not vector)
        model.add(Bidirectional(rnn, merge_mode=merge_mode))
    return model

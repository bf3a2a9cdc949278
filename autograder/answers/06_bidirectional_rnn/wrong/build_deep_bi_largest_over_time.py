"""The vector is the largest value over time.

fails: build_deep_bi-vector
message: largest value over time
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    m = keras.Sequential([keras.Input((timesteps, input_dim))])
    for k in range(n_layers):
        m.add(Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode))
    if vector:
        m.add(keras.layers.GlobalMaxPooling1D())
    return m

"""The vector is row -1 of all time steps.

fails: build_deep_bi-vector
message: row -1
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    inputs = keras.Input(shape=(timesteps, input_dim))
    x = inputs
    for _ in range(n_layers):
        x = Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode)(x)
    if vector:
        x = x[:, -1]
    return keras.Model(inputs, x)

"""One layer is used on every level.

fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge build_deep_bi-own
message: the same layer is used four times
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    inputs = keras.Input(shape=(timesteps, input_dim))
    layer = Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode)
    x = inputs
    for k in range(n_layers - 1 if vector else n_layers):
        x = layer(x)
    if vector:
        x = Bidirectional(SimpleRNN(units), merge_mode=merge_mode)(x)
    return keras.Model(inputs, x)

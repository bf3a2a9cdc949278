"""One layer for all places between the lowest and the top one.

fails: build_deep_bi-own
message: of three layers
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    x = inp = keras.Input((timesteps, input_dim))
    mid = Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode)
    for k in range(n_layers):
        if k == 0 and n_layers > 1:
            x = Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode)(x)
        elif k < n_layers - 1:
            x = mid(x)
        else:
            x = Bidirectional(SimpleRNN(units, return_sequences=not vector), merge_mode=merge_mode)(x)
    return keras.Model(inp, x)

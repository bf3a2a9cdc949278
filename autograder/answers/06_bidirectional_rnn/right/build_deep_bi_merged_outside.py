"""Bidirectional with merge_mode=None, merged by layers of its own."""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    merged = {"concat": keras.layers.concatenate, "sum": keras.layers.add, "mul": keras.layers.multiply, "ave": keras.layers.average}[merge_mode]
    x = inp = keras.Input((timesteps, input_dim))
    for k in range(n_layers):
        x = merged(Bidirectional(SimpleRNN(units, return_sequences=k < n_layers - 1 or not vector), merge_mode=None)(x))
    return keras.Model(inp, x)

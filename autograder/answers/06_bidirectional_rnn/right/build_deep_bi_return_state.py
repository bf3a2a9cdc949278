"""The vector is merged of the states that return_state gives."""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    merged = {"concat": keras.layers.concatenate, "sum": keras.layers.add, "mul": keras.layers.multiply, "ave": keras.layers.average}[merge_mode]
    x = inp = keras.Input((timesteps, input_dim))
    for k in range(n_layers):
        x, f, g = Bidirectional(SimpleRNN(units, return_sequences=True, return_state=True), merge_mode=merge_mode)(x)
    return keras.Model(inp, merged([f, g]) if vector else x)

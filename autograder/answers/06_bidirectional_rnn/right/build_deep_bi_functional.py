"""The functional API."""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    inputs = keras.Input(shape=(timesteps, input_dim))
    x = inputs
    for k in range(n_layers - 1):
        x = Bidirectional(SimpleRNN(units, return_sequences=True), merge_mode=merge_mode)(x)
    x = Bidirectional(SimpleRNN(units, return_sequences=not vector), merge_mode=merge_mode)(x)
    return keras.Model(inputs=inputs, outputs=x)

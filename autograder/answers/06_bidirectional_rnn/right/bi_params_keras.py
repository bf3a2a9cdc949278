"""Asks Keras."""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    model = keras.Sequential([keras.Input(shape=(3, input_dim))])
    for _ in range(n_layers):
        model.add(keras.layers.Bidirectional(keras.layers.SimpleRNN(units, return_sequences=True), merge_mode=merge_mode))
    return model.count_params()

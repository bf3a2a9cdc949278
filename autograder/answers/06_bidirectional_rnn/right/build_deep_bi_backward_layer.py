"""Both layers are written out."""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for k in reversed(range(n_layers)):
        flag = k > 0 or not vector
        model.add(Bidirectional(
            SimpleRNN(units, return_sequences=flag),
            backward_layer=SimpleRNN(units, return_sequences=flag, go_backwards=True),
            merge_mode=merge_mode,
        ))
    return model

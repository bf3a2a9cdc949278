"""Sequential with a list, named layers."""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    flags = [True] * (n_layers - 1) + [not vector]
    layers = [keras.layers.InputLayer(shape=(timesteps, input_dim), name='words')]
    for k, flag in enumerate(flags):
        rnn = keras.layers.SimpleRNN(units, return_sequences=flag, name=f'rnn_{k}')
        layers.append(keras.layers.Bidirectional(rnn, merge_mode=merge_mode, name=f'both_{k}'))
    return keras.Sequential(layers, name='deep')

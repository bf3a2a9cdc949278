"""input_shape= on the first layer, with its warning."""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    model = keras.Sequential()
    for k in range(n_layers):
        options = {'input_shape': (timesteps, input_dim)} if k == 0 else {}
        rnn = SimpleRNN(units, return_sequences=k + 1 < n_layers or not vector)
        model.add(Bidirectional(rnn, merge_mode=merge_mode, **options))
    warnings.warn('input_shape is old')
    print(model.output_shape)
    return model

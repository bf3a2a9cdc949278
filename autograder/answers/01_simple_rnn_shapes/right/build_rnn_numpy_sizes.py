"""Sizes as NumPy integers, settings written out."""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    shape = tuple(int(size) for size in np.array([timesteps, input_dim]))
    layer = SimpleRNN(int(np.int64(units)), use_bias=True, return_sequences=False, unroll=False)
    return keras.Sequential([keras.layers.InputLayer(shape=shape), layer])

"""unroll=True changes the speed and not the result."""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, return_sequences=True, stateful=True, unroll=True),
    ])

"""shape= and batch_size= instead of batch_shape=, a named layer."""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim), batch_size=batch),
        SimpleRNN(units, name="cell"),
    ], name="fixed")

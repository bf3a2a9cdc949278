"""shape= and batch_size=, a named layer."""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim), batch_size=batch),
        SimpleRNN(units, return_sequences=True, stateful=True, name="remembers"),
    ])

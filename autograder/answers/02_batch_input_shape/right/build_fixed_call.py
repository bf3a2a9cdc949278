"""Built by a call on one batch of zeros."""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    m = keras.Sequential([SimpleRNN(units)])
    m(np.zeros((batch, timesteps, input_dim), "float32"))
    return m

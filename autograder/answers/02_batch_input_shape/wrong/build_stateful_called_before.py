"""Called once before it is returned: the state is not zero.

fails: build_stateful-values
message: not zero
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    m = keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, return_sequences=True, stateful=True)])
    m(np.ones((batch, timesteps, input_dim)))
    return m

"""A declared batch size is thought to need stateful=True.

fails: build_fixed-values
message: called again
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, stateful=True)])

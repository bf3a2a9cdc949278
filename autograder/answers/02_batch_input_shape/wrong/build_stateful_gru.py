"""A GRU in place of a SimpleRNN.

fails: build_stateful-values
message: GRU
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        keras.layers.GRU(units, return_sequences=True, stateful=True),
    ])

"""The time steps are left open.

fails: build_stateful-check build_stateful-shape
message: leaves the time steps open
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, None, input_dim)),
        SimpleRNN(units, return_sequences=True, stateful=True),
    ])

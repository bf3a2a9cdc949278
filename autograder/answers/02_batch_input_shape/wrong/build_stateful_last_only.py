"""return_sequences is forgotten.

fails: build_stateful-check build_stateful-shape
message: no time axis
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, stateful=True),
    ])

"""A plain layer: neither setting.

fails: build_stateful-check build_stateful-shape build_stateful-carry
message: not kept
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units),
    ])

"""A stateful layer is thought to need a batch of one.

fails: build_stateful-check build_stateful-shape
message: batch of 1
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(1, timesteps, input_dim)),
        SimpleRNN(units, return_sequences=True, stateful=True),
    ])

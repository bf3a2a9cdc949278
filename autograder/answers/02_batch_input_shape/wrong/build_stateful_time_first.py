"""The time axis comes before the batch.

fails: build_stateful-check build_stateful-shape
message: batch and the time steps swapped
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(timesteps, batch, input_dim)),
        SimpleRNN(units, return_sequences=True, stateful=True),
    ])

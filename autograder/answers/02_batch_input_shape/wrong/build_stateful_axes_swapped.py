"""Time steps and input dimension are swapped.

fails: build_stateful-check build_stateful-shape
message: swapped
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, input_dim, timesteps)),
        SimpleRNN(units, return_sequences=True, stateful=True),
    ])

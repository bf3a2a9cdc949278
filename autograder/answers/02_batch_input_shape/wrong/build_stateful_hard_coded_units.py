"""The units of the worked cells, whatever the argument.

fails: build_stateful-shape
message: hard-coded hidden size
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(3, return_sequences=True, stateful=True),
    ])

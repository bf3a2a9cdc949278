"""The sizes of the worked cells, whatever the arguments.

fails: build_stateful-shape
message: hard-coded sizes
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(8, 2, 10)),
        SimpleRNN(3, return_sequences=True, stateful=True),
    ])

"""The old argument, which Keras 3 refuses.

fails: build_stateful-check build_stateful-shape build_stateful-values build_stateful-carry
message: Unrecognized keyword
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([SimpleRNN(
        units, batch_input_shape=(batch, timesteps, input_dim), return_sequences=True, stateful=True)])

"""return_state is taken for stateful.

fails: build_stateful-check build_stateful-shape build_stateful-values build_stateful-carry
message: stopped with
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, return_sequences=True, return_state=True),
    ])

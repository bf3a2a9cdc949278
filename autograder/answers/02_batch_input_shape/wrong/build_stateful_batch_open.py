"""The batch is left open, which a stateful layer refuses.

fails: build_stateful-check build_stateful-shape build_stateful-values build_stateful-carry
message: batch size must be static
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(shape=(timesteps, input_dim)),
        SimpleRNN(units, return_sequences=True, stateful=True),
    ])

"""A Dense layer on top.

fails: build_stateful-values
message: other weights
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, return_sequences=True, stateful=True),
        keras.layers.Dense(units),
    ])

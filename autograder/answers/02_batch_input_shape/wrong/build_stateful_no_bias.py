"""No bias, as in the adding layer.

fails: build_stateful-values
message: no bias
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, use_bias=False, return_sequences=True, stateful=True),
    ])

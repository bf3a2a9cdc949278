"""No activation, as in the adding layer.

fails: build_stateful-values
message: no tanh
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, activation=None, return_sequences=True, stateful=True),
    ])

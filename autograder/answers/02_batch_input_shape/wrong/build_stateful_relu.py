"""ReLU in place of tanh.

fails: build_stateful-values
message: ReLU
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([
        keras.Input(batch_shape=(batch, timesteps, input_dim)),
        SimpleRNN(units, "relu", return_sequences=True, stateful=True),
    ])

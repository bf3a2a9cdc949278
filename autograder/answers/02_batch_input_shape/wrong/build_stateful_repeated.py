"""The last state repeated, in place of all states.

fails: build_stateful-values
message: last state at all time steps
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, stateful=True), keras.layers.RepeatVector(timesteps)])

"""ReLU in place of tanh.

fails: build_fixed-values
message: ReLU
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, activation="relu")])

"""The layer is not trained.

fails: build_fixed-values
message: not trained
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, trainable=False)])

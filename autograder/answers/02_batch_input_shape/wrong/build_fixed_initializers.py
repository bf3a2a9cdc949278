"""Other initializers than by default.

fails: build_fixed-values
message: other weights than by default
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, bias_initializer="ones", recurrent_initializer="zeros")])

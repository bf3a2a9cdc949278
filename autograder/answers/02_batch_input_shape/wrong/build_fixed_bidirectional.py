"""A bidirectional layer.

fails: build_fixed-check build_fixed-shape build_fixed-values
message: twice the hidden size
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), keras.layers.Bidirectional(SimpleRNN(units))])

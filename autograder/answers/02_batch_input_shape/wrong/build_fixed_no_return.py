"""The model is built and not returned.

fails: build_fixed-check build_fixed-shape build_fixed-values
message: NoneType
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(batch, timesteps, input_dim)))
    model.add(SimpleRNN(units))

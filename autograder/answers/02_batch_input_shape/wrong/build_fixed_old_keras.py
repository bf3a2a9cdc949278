"""A model of tf_keras.

fails: build_fixed-check build_fixed-shape build_fixed-values
message: Keras model
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return tf_keras.Sequential([tf_keras.layers.SimpleRNN(units, batch_input_shape=(batch, timesteps, input_dim))])

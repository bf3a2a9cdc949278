"""Returns TensorFlow's own kind of shape."""

# %% output_shape
import tensorflow as tf
def output_shape(batch, timesteps, input_dim, units):
    return tf.TensorShape([batch, units])

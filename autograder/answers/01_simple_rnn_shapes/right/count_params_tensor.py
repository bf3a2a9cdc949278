"""A TensorFlow scalar."""

# %% count_params
import tensorflow as tf
def count_params(input_dim, units, use_bias=True):
    return tf.reduce_sum([input_dim * units, units * units, units if use_bias else 0])

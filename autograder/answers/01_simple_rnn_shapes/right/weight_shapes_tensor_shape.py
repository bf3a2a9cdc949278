"""TensorFlow's own kind of shape."""

# %% weight_shapes
import tensorflow as tf
def weight_shapes(input_dim, units):
    return tuple(tf.TensorShape(s) for s in ((input_dim, units), (units, units), (units,)))

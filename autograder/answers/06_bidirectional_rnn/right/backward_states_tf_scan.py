"""tf.scan over the turned sentence."""

# %% backward_states
def backward_states(x, kernel, recurrent_kernel, bias):
    import tensorflow as tf
    f = tf.reverse(tf.cast(x, tf.float64), [0])
    s = tf.scan(lambda h, v: tf.tanh(tf.linalg.matvec(kernel, v, transpose_a=True) + tf.linalg.matvec(recurrent_kernel, h, transpose_a=True) + bias), f, tf.zeros(len(bias), tf.float64))
    return s[::-1]

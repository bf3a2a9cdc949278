"""tf.signal.frame."""

# %% cut_windows
import tensorflow as tf
def cut_windows(series, timesteps):
    return tf.signal.frame(tf.constant(series, tf.float32), timesteps, 1)[..., tf.newaxis]

"""TensorFlow operations; a tuple of tensors."""

# %% last_states
def last_states(x, layers):
    import tensorflow as tf
    out = []
    seq = tf.cast(x, tf.float64)
    for K, R, b in layers:
        h = tf.zeros((seq.shape[0], len(b)), tf.float64)
        s = []
        for v in tf.unstack(seq, axis=1):
            h = tf.tanh(v @ K + h @ R + b)
            s.append(h)
        seq = tf.stack(s, axis=1)
        out.append(h)
    return tuple(out)

"""A model of tf_keras.

fails: modernise-check modernise-batch modernise-open modernise-size modernise-settings
message: tf_keras
"""

# %% modernise
def modernise(units, old):
    return tf_keras.Sequential([tf_keras.layers.SimpleRNN(units, **old)])

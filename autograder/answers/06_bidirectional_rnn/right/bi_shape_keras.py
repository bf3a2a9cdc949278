"""Asks Keras."""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    rnn = keras.layers.SimpleRNN(units, return_sequences=return_sequences)
    layer = keras.layers.Bidirectional(rnn, merge_mode=merge_mode)
    return layer.compute_output_shape((batch, timesteps, 1))

"""Builds a model and reads its output shape."""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    inputs = keras.Input(batch_shape=(batch, timesteps, 4))
    rnn = SimpleRNN(units, return_sequences=return_sequences)
    return keras.Model(inputs, Bidirectional(rnn, merge_mode=merge_mode)(inputs)).output_shape

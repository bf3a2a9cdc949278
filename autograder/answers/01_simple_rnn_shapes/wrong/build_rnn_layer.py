"""The layer, not a model.

fails: build_rnn-shapes build_rnn-values
message: Keras model
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    layer = SimpleRNN(units)
    layer.build((None, timesteps, input_dim))
    return layer

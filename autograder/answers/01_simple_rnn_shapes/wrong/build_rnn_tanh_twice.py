"""A second tanh on top of the layer.

fails: build_rnn-values
message: second tanh
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), SimpleRNN(units), keras.layers.Activation("tanh")])

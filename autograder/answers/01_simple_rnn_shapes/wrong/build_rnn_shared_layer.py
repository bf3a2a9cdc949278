"""The layer is kept for each size.

fails: build_rnn-again
message: share their weights
"""

# %% build_rnn
layers = {}


def build_rnn(timesteps, input_dim, units):
    layer = layers.setdefault((input_dim, units), SimpleRNN(units))
    return keras.Sequential([keras.Input(shape=(timesteps, input_dim)), layer])

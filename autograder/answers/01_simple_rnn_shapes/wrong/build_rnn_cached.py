"""The model is made once for each size and kept.

fails: build_rnn-again
message: share their weights
"""

# %% build_rnn
models = {}


def build_rnn(timesteps, input_dim, units):
    key = timesteps, input_dim, units
    if key not in models:
        models[key] = keras.Sequential([keras.Input(shape=key[:2]), SimpleRNN(units)])
    return models[key]

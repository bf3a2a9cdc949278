"""Dropout, which shows in training only.

fails: build_fixed-values
message: leave out the dropout
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, dropout=0.5)])

"""Dropout, which shows in training only.

fails: build_stateful-values
message: leave out the dropout
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, return_sequences=True, stateful=True, dropout=0.3)])

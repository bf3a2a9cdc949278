"""The model is not trained.

fails: build_stateful-values
message: not trained
"""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    m = keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, return_sequences=True, stateful=True)])
    m.trainable = False
    return m

"""New models around one layer.

fails: build_stateful-values
message: share their weights
"""

# %% build_stateful
_layers = {}
def build_stateful(batch, timesteps, input_dim, units):
    layer = _layers.setdefault((batch, input_dim, units), SimpleRNN(units, return_sequences=True, stateful=True))
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), layer])

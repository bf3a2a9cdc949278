"""One model for all calls with the same sizes.

fails: build_fixed-values
message: share their weights
"""

# %% build_fixed
_made = {}
def build_fixed(batch, timesteps, input_dim, units):
    key = batch, timesteps, input_dim, units
    if key not in _made:
        _made[key] = keras.Sequential([keras.Input(batch_shape=key[:3]), SimpleRNN(units)])
    return _made[key]

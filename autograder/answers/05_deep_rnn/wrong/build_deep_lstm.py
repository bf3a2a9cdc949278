"""LSTM layers.

fails: build_deep-sequence build_deep-vector build_deep-one build_deep-defaults
message: LSTM
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(keras.layers.LSTM(width, return_sequences=True))
    layers.append(keras.layers.LSTM(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

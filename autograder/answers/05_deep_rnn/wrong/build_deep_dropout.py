"""Dropout in every layer.

fails: build_deep-defaults
message: other values in training
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True, dropout=0.2))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector, dropout=0.2))
    return keras.Sequential(layers)

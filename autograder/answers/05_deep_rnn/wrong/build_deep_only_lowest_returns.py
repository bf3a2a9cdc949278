"""Only the lowest layer returns its sequence.

fails: build_deep-sequence build_deep-vector build_deep-unchanged build_deep-defaults
message: expected ndim=3
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=width == units[0]))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

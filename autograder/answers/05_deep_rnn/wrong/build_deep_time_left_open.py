"""The number of time steps is left open.

fails: build_deep-sequence build_deep-vector build_deep-one
message: time steps open
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((None, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

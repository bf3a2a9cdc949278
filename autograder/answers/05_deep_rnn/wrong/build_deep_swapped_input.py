"""timesteps and input_dim swapped.

fails: build_deep-sequence build_deep-vector build_deep-one
message: timesteps and input_dim swapped
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((input_dim, timesteps))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

"""Three layers at the most.

fails: build_deep-vector
message: three layers
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    units = units[:3]
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

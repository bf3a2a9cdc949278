"""vector is taken the other way round.

fails: build_deep-sequence build_deep-vector build_deep-one
message: the other way round
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=vector))
    return keras.Sequential(layers)

"""The layers go backwards in time.

fails: build_deep-sequence build_deep-vector build_deep-one
message: backwards in time
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True, go_backwards=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector, go_backwards=True))
    return keras.Sequential(layers)

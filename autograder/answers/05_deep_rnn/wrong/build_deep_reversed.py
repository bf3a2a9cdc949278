"""The layers in reversed order.

fails: build_deep-sequence build_deep-vector
message: reversed order
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units[::-1]
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    return keras.Sequential(layers)

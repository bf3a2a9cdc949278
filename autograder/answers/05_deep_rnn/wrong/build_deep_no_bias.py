"""Layers without a bias.

fails: build_deep-sequence build_deep-vector build_deep-one
message: without a bias
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True, use_bias=False))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector, use_bias=False))
    return keras.Sequential(layers)

"""All states in one row instead of the last one.

fails: build_deep-vector build_deep-one
message: flattens all states
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=True))
    if vector:
        layers.append(keras.layers.Flatten())
    return keras.Sequential(layers)

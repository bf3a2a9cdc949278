"""The model always ends in the last state.

fails: build_deep-sequence
message: returns only the last state
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=False))
    return keras.Sequential(layers)

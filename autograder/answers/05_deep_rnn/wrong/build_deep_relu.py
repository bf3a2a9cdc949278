"""relu instead of tanh.

fails: build_deep-sequence build_deep-vector build_deep-one
message: relu instead of tanh
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True, activation="relu"))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector, activation="relu"))
    return keras.Sequential(layers)

"""A dense layer on top.

fails: build_deep-vector build_deep-one
message: dense layer on top
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector))
    if vector:
        layers.append(keras.layers.Dense(units[-1]))
    return keras.Sequential(layers)

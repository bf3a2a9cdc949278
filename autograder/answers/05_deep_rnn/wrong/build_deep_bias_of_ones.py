"""The bias starts from ones.

fails: build_deep-defaults
message: A fresh bias
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True, bias_initializer="ones"))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector, bias_initializer="ones"))
    return keras.Sequential(layers)

"""The recurrent kernels start from zeros.

fails: build_deep-defaults
message: A fresh recurrent kernel
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim))]
    widths = units
    for width in widths[:-1]:
        layers.append(SimpleRNN(width, return_sequences=True, recurrent_initializer="zeros"))
    layers.append(SimpleRNN(widths[-1], return_sequences=not vector, recurrent_initializer="zeros"))
    return keras.Sequential(layers)

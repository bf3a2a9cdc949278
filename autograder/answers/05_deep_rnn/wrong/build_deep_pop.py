"""The top width is taken off the caller's list.

fails: build_deep-unchanged
message: changed by the function
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    top = units.pop()
    layers = [SimpleRNN(width, return_sequences=True) for width in units]
    layers.append(SimpleRNN(top, return_sequences=not vector))
    return keras.Sequential([keras.Input((timesteps, input_dim))] + layers)

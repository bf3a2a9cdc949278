"""All layers return their sequences, whatever vector is.

fails: build_deep-vector build_deep-one
message: returns all states
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [SimpleRNN(width, return_sequences=True) for width in units]
    return keras.Sequential([keras.Input((timesteps, input_dim))] + layers)

"""A mask that only shows where a time step is all zeros.

fails: build_deep-defaults
message: leaves out a time step of zeros
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim)), keras.layers.Masking()])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

"""No Input: the model is not built.

fails: build_deep-sequence build_deep-vector build_deep-one
message: is not built
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential()
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

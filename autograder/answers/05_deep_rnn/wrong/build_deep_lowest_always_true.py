"""The lowest layer always returns its sequence, also when it is the top one.

fails: build_deep-one
message: only layer is the top one
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    model.add(SimpleRNN(units[0], return_sequences=True))
    for k, width in enumerate(units[1:], start=1):
        model.add(SimpleRNN(width, return_sequences=k < len(units) - 1 or not vector))
    return model

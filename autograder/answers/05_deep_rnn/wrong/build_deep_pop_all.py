"""The widths are taken off the caller's list one by one.

fails: build_deep-unchanged
message: changed by the function
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    while len(units) > 1:
        model.add(SimpleRNN(units.pop(0), return_sequences=True))
    model.add(SimpleRNN(units[0], return_sequences=not vector))
    return model

"""The lower layers return only their last state.

fails: build_deep-sequence build_deep-vector build_deep-unchanged build_deep-defaults
message: expected ndim=3
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

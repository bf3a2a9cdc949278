"""The top layer is left out.

fails: build_deep-sequence build_deep-vector build_deep-one
message: lacks the top layer
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
    return model

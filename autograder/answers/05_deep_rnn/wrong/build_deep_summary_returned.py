"""The summary is returned, which is None.

fails: build_deep-sequence build_deep-vector build_deep-one build_deep-unchanged build_deep-defaults
message: should be a Keras model
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model.summary()

"""The last state of a layer repeated for the next one, a cure that is often read of.

fails: build_deep-sequence build_deep-vector
message: repeats a last state
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for w in units[:-1]:
        model.add(SimpleRNN(w))
        model.add(keras.layers.RepeatVector(timesteps))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

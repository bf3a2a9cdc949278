"""The place of a layer is looked up by its width: units.index finds the first one.

fails: build_deep-vector
message: looked for by its width
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for w in units:
        last = units.index(w) == len(units) - 1
        model.add(SimpleRNN(w, return_sequences=not (vector and last)))
    return model

"""GRU layers.

fails: build_deep-sequence build_deep-vector build_deep-one build_deep-defaults
message: GRU
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for i, w in enumerate(units):
        model.add(keras.layers.GRU(w, return_sequences=i < len(units) - 1 or not vector))
    return model

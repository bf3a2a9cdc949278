"""The layer as wide as the top one is taken for the top one.

fails: build_deep-vector
message: because of its width
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for w in units:
        model.add(SimpleRNN(w, return_sequences=not (vector and w == units[-1])))
    return model

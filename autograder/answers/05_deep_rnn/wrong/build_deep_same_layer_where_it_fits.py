"""One layer object for all places where its shapes fit.

fails: build_deep-vector
message: one of them is used twice
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    x = inp = keras.Input((timesteps, input_dim))
    made = {}
    for i, w in enumerate(units):
        key = (x.shape[-1], w, i < len(units) - 1)
        if key not in made:
            made[key] = SimpleRNN(w, return_sequences=i < len(units) - 1 or not vector)
        x = made[key](x)
    return keras.Model(inp, x)

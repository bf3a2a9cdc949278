"""The first state of the top layer instead of the last one.

fails: build_deep-vector build_deep-one
message: something else
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    inputs = keras.Input((timesteps, input_dim))
    states = inputs
    for width in units:
        states = SimpleRNN(width, return_sequences=True)(states)
    return keras.Model(inputs, states[:, 0] if vector else states)

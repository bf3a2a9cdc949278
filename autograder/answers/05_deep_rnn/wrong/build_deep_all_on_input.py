"""Every layer reads the input.

fails: build_deep-sequence build_deep-vector
message: the top one
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    inputs = keras.Input((timesteps, input_dim))
    for k, width in enumerate(units):
        last = k == len(units) - 1
        outputs = SimpleRNN(width, return_sequences=not (last and vector))(inputs)
    return keras.Model(inputs, outputs)

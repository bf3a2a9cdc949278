"""The top states joined with the input.

fails: build_deep-sequence
message: gives output of shape
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    inputs = keras.Input((timesteps, input_dim))
    states = inputs
    for width in units[:-1]:
        states = SimpleRNN(width, return_sequences=True)(states)
    states = SimpleRNN(units[-1], return_sequences=not vector)(states)
    if not vector:
        states = keras.layers.Concatenate()([inputs, states])
    return keras.Model(inputs, states)

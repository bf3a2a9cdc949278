"""A Masking layer in front, although a word of zeros is a word.

fails: build_states_model-values
message: leaves out a word of zeros
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input((timesteps, input_dim))
    layer = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)
    return keras.Model(x, layer(keras.layers.Masking()(x)))

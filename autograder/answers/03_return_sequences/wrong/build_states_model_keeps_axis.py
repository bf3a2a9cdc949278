"""A slice keeps a time axis of 1.

fails: build_states_model-outputs build_states_model-values
message: time axis of 1
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, states[:, -1:]])

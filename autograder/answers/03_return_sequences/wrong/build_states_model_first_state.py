"""The first state taken for the last.

fails: build_states_model-values
message: first state for the last
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, states[:, 0]])

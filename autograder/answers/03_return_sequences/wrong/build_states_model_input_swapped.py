"""Input dimension and time steps swapped.

fails: build_states_model-input
message: swapped
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(input_dim, timesteps))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

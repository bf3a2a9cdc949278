"""return_sequences is missing: the last state twice.

fails: build_states_model-outputs build_states_model-values
message: return_sequences is missing
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(units, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

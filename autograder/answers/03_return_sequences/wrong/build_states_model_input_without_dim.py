"""The input has only time steps.

fails: build_states_model-input build_states_model-outputs build_states_model-values
message: expected ndim=3
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps,))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

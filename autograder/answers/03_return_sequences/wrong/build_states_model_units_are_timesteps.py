"""units taken for the number of time steps.

fails: build_states_model-outputs build_states_model-values
message: not right
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(timesteps, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

"""return_state is missing; the one tensor does not unpack.

fails: build_states_model-input build_states_model-outputs build_states_model-values
message: stopped with
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

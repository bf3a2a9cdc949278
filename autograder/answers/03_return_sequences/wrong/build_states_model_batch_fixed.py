"""A batch size is declared.

fails: build_states_model-input build_states_model-values
message: declares a batch size
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(batch_shape=(8, timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

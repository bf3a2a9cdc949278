"""The two tensors are unpacked in the wrong order.

fails: build_states_model-outputs build_states_model-values
message: wrong order
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    last, states = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[states, last])

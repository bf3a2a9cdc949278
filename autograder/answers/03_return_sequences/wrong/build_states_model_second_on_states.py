"""The last state from a second RNN that reads the states of the first.

fails: build_states_model-values
message: second RNN layer on the states
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(timesteps, return_sequences=True)(x) if units == timesteps else (
        keras.layers.SimpleRNN(units, return_sequences=True)(x))
    last = keras.layers.SimpleRNN(units)(states)
    return keras.Model(inputs=x, outputs=[states, last])

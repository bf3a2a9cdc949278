"""Two layers, each with weights of its own.

fails: build_states_model-values
message: two RNN layers
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    last = keras.layers.SimpleRNN(units)(x)
    return keras.Model(inputs=x, outputs=[states, last])

"""A dense layer on the last state, as in the example above.

fails: build_states_model-values
message: output layer on the last state
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    last = keras.layers.Dense(units)(states[:, -1])
    return keras.Model(inputs=x, outputs=[states, last])

"""The mean of all states for the last.

fails: build_states_model-values
message: mean of the states
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, keras.ops.mean(states, axis=1)])

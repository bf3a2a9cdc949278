"""The last state is the first output.

fails: build_states_model-outputs build_states_model-values
message: last state first
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return keras.Model(inputs=x, outputs=[last, states])

"""The two symbolic tensors are returned, no model.

fails: build_states_model-input build_states_model-outputs build_states_model-values
message: should return a Keras model
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states, last = keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)(x)
    return states, last

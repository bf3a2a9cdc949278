"""One output: the last state.

fails: build_states_model-outputs build_states_model-values
message: returns the last state only
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    return keras.Sequential([keras.Input(shape=(timesteps, input_dim)), keras.layers.SimpleRNN(units)])

"""A Sequential without an input.

fails: build_states_model-input build_states_model-values
message: keras.Input
"""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    return keras.Sequential([keras.layers.SimpleRNN(units, return_sequences=True, return_state=True)])

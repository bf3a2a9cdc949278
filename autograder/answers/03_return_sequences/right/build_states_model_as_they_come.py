"""The layer's result handed on as it is, lists for inputs, names."""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    inputs = keras.layers.Input(batch_shape=(None, timesteps, input_dim), name="sentence")
    both = keras.layers.SimpleRNN(units, return_state=True, return_sequences=True, name="memory")(inputs)
    return keras.Model([inputs], both, name="states_model")

"""A Sequential whose last layer returns two tensors."""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input((timesteps, input_dim)))
    model.add(keras.layers.SimpleRNN(units, return_sequences=True, return_state=True))
    return model

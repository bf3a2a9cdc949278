"""All states of one layer, and a slice of them."""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    states = keras.layers.SimpleRNN(units, return_sequences=True)(x)
    return keras.Model(inputs=x, outputs=[states, states[:, -1, :]])

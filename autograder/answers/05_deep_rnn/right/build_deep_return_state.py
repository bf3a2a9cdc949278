"""Every layer returns its state too; the last one is the output."""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    x = inp = keras.Input((timesteps, input_dim))
    for u in units:
        x, state = SimpleRNN(u, return_sequences=True, return_state=True)(x)
    return keras.Model(inp, state if vector else x)

"""A Sequential model inside a functional one."""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    lower = [SimpleRNN(u, return_sequences=True) for u in units[:-1]]
    stack = keras.Sequential([keras.Input((timesteps, input_dim)), *lower, SimpleRNN(units[-1], return_sequences=not vector)])
    x = keras.Input(shape=(timesteps, input_dim), name="words")
    return keras.Model(x, stack(x))

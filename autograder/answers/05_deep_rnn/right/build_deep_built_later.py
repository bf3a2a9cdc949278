"""build called on a model without Input."""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([SimpleRNN(int(w), return_sequences=True) for w in units[:-1]])
    model.add(SimpleRNN(int(units[-1]), return_sequences=not vector))
    model.build((None, timesteps, input_dim))
    return model

"""A dropout layer after each recurrent one.

fails: build_deep-defaults
message: other values in training
"""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    model = keras.Sequential([keras.Input((timesteps, input_dim))])
    for width in units[:-1]:
        model.add(SimpleRNN(width, return_sequences=True))
        model.add(keras.layers.Dropout(0.5))
    model.add(SimpleRNN(units[-1], return_sequences=not vector))
    return model

"""A list of layers with names, tanh spelled out."""

# %% build_deep
def build_deep(timesteps, input_dim, units, vector):
    layers = [keras.Input((timesteps, input_dim), name="words")]
    for k, width in enumerate(units, start=1):
        flag = True if k < len(units) else not vector
        layers.append(SimpleRNN(width, activation="tanh", return_sequences=flag, name=f"layer_{k}"))
    return keras.Sequential(layers, name="deep")

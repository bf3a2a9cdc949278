"""A model with this batch was built."""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim), batch_size=batch))
    model.add(SimpleRNN(units))
    return model.output_shape

"""The weights of a model, as tensor shapes."""

# %% weight_shapes
def weight_shapes(input_dim, units):
    model = keras.Sequential([keras.Input((5, input_dim)), SimpleRNN(units)])
    return tuple(weight.value.shape for weight in model.layers[0].weights)

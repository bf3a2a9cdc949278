"""Two bare layers, the backward one not put back into time order.

fails: build_deep_bi-sequences build_deep_bi-vector
message: computes something else
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    inputs = keras.Input(shape=(timesteps, input_dim))
    x = inputs
    join = {"concat": keras.layers.Concatenate, "sum": keras.layers.Add, "mul": keras.layers.Multiply, "ave": keras.layers.Average}
    for k in range(n_layers):
        last = vector and k == n_layers - 1
        f = SimpleRNN(units, return_sequences=not last)(x)
        g = SimpleRNN(units, return_sequences=not last, go_backwards=True)(x)
        x = join[merge_mode]()([f, g])
    return keras.Model(inputs, x)

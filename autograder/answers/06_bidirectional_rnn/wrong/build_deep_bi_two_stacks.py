"""Two stacks, one for each direction, merged at the top only.

fails: build_deep_bi-sequences build_deep_bi-vector build_deep_bi-merge
message: keeps the directions apart
"""

# %% build_deep_bi
def build_deep_bi(timesteps, input_dim, units, n_layers, merge_mode, vector):
    inp = keras.Input((timesteps, input_dim))
    f = g = inp
    for k in range(n_layers):
        rs = k < n_layers - 1 or not vector
        f = SimpleRNN(units, return_sequences=rs)(f)
        g = SimpleRNN(units, return_sequences=rs, go_backwards=(k == 0))(g)
    layer = dict(concat=keras.layers.Concatenate, sum=keras.layers.Add, mul=keras.layers.Multiply, ave=keras.layers.Average)[merge_mode]
    return keras.Model(inp, layer()([f, g]))

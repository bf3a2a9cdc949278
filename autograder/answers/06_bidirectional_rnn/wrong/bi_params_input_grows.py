"""The width doubles from layer to layer.

fails: bi_params-stack
message: grow with every layer
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
        width = 2 * width if merge_mode == "concat" else units
    return total

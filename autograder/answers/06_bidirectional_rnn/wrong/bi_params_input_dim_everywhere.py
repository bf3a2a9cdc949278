"""Every layer reads input_dim features.

fails: bi_params-stack bi_params-merged
message: first one's input_dim
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = input_dim
    return total

"""The loop goes on to n_layers.

fails: bi_params-one bi_params-stack bi_params-merged
message: one layer too many
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers + 1):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

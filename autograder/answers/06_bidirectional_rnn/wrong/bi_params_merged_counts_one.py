"""A merged layer is counted once.

fails: bi_params-one bi_params-merged
message: one of the two directions
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += (2 if merge_mode == "concat" else 1) * (inputs * units + units * units + units)
        inputs = width
    return total

"""One RNN of twice the units.

fails: bi_params-one bi_params-stack bi_params-merged
message: one RNN of twice the units
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += inputs * 2 * units + 4 * units * units + 2 * units
        inputs = width
    return total

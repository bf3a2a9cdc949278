"""Upper layers read twice the features.

fails: bi_params-stack bi_params-merged
message: 2·input_dim inputs
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * input_dim if merge_mode == "concat" else input_dim
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

"""Strings are compared with `is`.

fails: bi_params-stack
message: concat hands them more
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode is "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

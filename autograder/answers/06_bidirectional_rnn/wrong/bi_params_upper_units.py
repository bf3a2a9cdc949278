"""Upper layers read H numbers, whatever the mode.

fails: bi_params-stack
message: concat hands them more
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    width = units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

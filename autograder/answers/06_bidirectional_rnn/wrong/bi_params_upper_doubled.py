"""Upper layers read 2·H numbers, whatever the mode.

fails: bi_params-merged
message: as concat does
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

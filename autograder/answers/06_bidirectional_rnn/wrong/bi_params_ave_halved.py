"""The average is thought to halve the units.

fails: bi_params-merged
message: half the units
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    width = {"concat": 2 * units, "ave": units // 2}.get(merge_mode, units)
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

"""Upper recurrent kernels take the merged width.

fails: bi_params-stack
message: carry on 2·H
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    total, inputs, carried = 0, input_dim, units
    for _ in range(n_layers):
        total += 2 * (inputs * units + carried * carried + units)
        inputs = carried = 2 * units if merge_mode == "concat" else units
    return total

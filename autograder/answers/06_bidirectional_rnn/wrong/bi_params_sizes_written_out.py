"""The 16 of the worked example is written out.

fails: bi_params-stack
message: not right
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 16 if merge_mode == "concat" else units
    inputs, total = input_dim, 0
    for _ in range(n_layers):
        total += 2 * (inputs * units + units * units + units)
        inputs = width
    return total

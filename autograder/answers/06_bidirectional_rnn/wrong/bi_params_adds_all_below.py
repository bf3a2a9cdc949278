"""Each layer reads all layers below it.

fails: bi_params-stack bi_params-merged
message: widths of all layers below
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    width = 2 * units if merge_mode == "concat" else units
    return sum(2 * ((k * width if k else input_dim) * units + units * units + units) for k in range(n_layers))

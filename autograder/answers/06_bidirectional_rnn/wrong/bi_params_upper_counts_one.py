"""Upper layers are counted in one direction.

fails: bi_params-stack bi_params-merged
message: in the upper layers
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    one = lambda n: n * units + units * units + units
    width = 2 * units if merge_mode == "concat" else units
    return 2 * one(input_dim) + (n_layers - 1) * one(width)

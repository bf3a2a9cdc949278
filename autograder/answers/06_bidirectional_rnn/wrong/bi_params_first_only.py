"""The number of layers is ignored.

fails: bi_params-stack bi_params-merged
message: first layer only
"""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    return 2 * (input_dim * units + units * units + units)

"""Adds up the sizes of the arrays."""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    widths = [input_dim] + [units * (1 + (merge_mode == "concat"))] * (n_layers - 1)
    arrays = []
    for width in widths:
        for direction in ("forward", "backward"):
            arrays += [np.empty((width, units)), np.empty((units, units)), np.empty(units)]
    return sum(a.size for a in arrays)

"""One formula."""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    width = units * (2 if merge_mode == "concat" else 1)
    return 2 * units * ((input_dim + units + 1) + (n_layers - 1) * (width + units + 1))

"""From the top layer down."""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    if n_layers == 1:
        inputs = input_dim
        below = 0
    else:
        inputs = 2 * units if merge_mode == "concat" else units
        below = bi_params(input_dim, units, n_layers - 1, merge_mode)
    return below + 2 * (inputs * units + units**2 + units)

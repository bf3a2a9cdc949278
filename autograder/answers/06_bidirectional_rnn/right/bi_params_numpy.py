"""NumPy integers, the sizes in an array."""

# %% bi_params
def bi_params(input_dim, units, n_layers, merge_mode):
    sizes = np.full(n_layers, 2 * units if merge_mode == "concat" else units)
    sizes[0] = input_dim
    return (2 * (sizes * units + units * units + units)).sum()

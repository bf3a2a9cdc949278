"""NumPy arrays, an array of integers."""

# %% deep_params
def deep_params(input_dim, units):
    h = np.array(units)
    d = np.concatenate([[input_dim], h[:-1]])
    return d * h + h ** 2 + h

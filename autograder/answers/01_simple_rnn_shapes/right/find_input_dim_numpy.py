"""NumPy integers, another kind of ValueError."""

# %% find_input_dim
class NoSuchLayer(ValueError):
    pass


def find_input_dim(params, units):
    input_dim, rest = np.divmod(np.int64(params - units * (units + 1)), units)
    if rest != 0 or input_dim < 1:
        raise NoSuchLayer(params)
    return input_dim

"""By recursion."""

# %% deep_params
def deep_params(input_dim, units):
    if not units:
        return []
    first, *rest = units
    return [input_dim * first + first * first + first] + deep_params(first, rest)

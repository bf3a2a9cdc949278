"""Unit by unit."""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    total = 0
    for unit in range(units):
        total += input_dim + units
        if use_bias:
            total += 1
    print(total)
    return total

"""NumPy's product of shapes, a NumPy integer."""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    shapes = [(input_dim, units), (units, units)]
    if use_bias:
        shapes.append((units,))
    return np.sum([np.prod(shape) for shape in shapes])

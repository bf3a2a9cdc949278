"""Shapes in a set: equal ones fall together.

fails: count_params-equal
message: two arrays
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    shapes = {(input_dim, units), (units, units)}
    if use_bias:
        shapes.add((units,))
    return sum(int(np.prod(shape)) for shape in shapes)

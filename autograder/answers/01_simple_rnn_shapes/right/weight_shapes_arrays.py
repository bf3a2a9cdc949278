"""Shapes of arrays."""

# %% weight_shapes
def weight_shapes(input_dim, units):
    kernel = np.zeros((input_dim, units))
    recurrent_kernel = np.eye(units)
    bias = np.zeros(units)
    return [np.shape(each) for each in (kernel, recurrent_kernel, bias)]

"""Sizes as NumPy integers."""

# %% weight_shapes
def weight_shapes(input_dim, units):
    d, h = np.array([input_dim, units])
    print(d, h)
    return ((d, h), (h, h), (h,))

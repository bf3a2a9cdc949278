"""Two biases, as in PyTorch.

fails: weight_shapes-bias
message: three weight arrays
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), (units,), (units,)

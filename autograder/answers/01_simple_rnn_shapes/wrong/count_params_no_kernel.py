"""The input weights are left out.

fails: count_params-values
message: leaves out the kernel
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    return units * units + (units if use_bias else 0)

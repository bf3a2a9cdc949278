"""A single unit is thought to have no recurrent weight.

fails: count_params-check count_params-values
message: leaves out the bias
"""

# %% count_params
def count_params(input_dim, units, use_bias=True):
    if units == 1:
        return input_dim + 1
    return (input_dim + units + use_bias) * units

"""The widths are taken off the caller's list.

fails: deep_params-unchanged
message: changed by the function
"""

# %% deep_params
def deep_params(input_dim, units):
    counts = []
    while units:
        width = units.pop(0)
        counts.append(width * (input_dim + width + 1))
        input_dim = width
    return counts

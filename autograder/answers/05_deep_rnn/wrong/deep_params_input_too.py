"""The input is thought to reach every layer, beside the states.

fails: deep_params-upper
message: adds the input to the states
"""

# %% deep_params
def deep_params(input_dim, units):
    counts = [units[0] * (input_dim + units[0] + 1)]
    for low, width in zip(units, units[1:]):
        counts.append(width * (input_dim + low + width + 1))
    return counts

"""A layer is thought to read all layers below it.

fails: deep_params-upper
message: sizes of all layers below
"""

# %% deep_params
def deep_params(input_dim, units):
    counts = [units[0] * (input_dim + units[0] + 1)]
    for k in range(1, len(units)):
        counts.append(units[k] * (sum(units[:k]) + units[k] + 1))
    return counts

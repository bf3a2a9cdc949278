"""Pairs of neighbours: the lowest layer is left out.

fails: deep_params-one deep_params-upper
message: there should be as many counts
"""

# %% deep_params
def deep_params(input_dim, units):
    return [b * (a + b + 1) for a, b in zip(units, units[1:])]

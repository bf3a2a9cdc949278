"""Written for two layers.

fails: deep_params-one deep_params-upper
message: there should be as many counts
"""

# %% deep_params
def deep_params(input_dim, units):
    lower, upper = units[0], units[1]
    return [lower * (input_dim + lower + 1), upper * (lower + upper + 1)]

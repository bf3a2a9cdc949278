"""Equal counts appear once: they are the keys of a dictionary.

fails: deep_params-upper
message: as many counts
"""

# %% deep_params
def deep_params(input_dim, units):
    sizes = [input_dim, *units]
    return list({a * b + b * b + b: 0 for a, b in zip(sizes, sizes[1:])})

"""The layer below is looked up by the width of this one: units.index finds the first.

fails: deep_params-upper
message: looks a layer up by its width
"""

# %% deep_params
def deep_params(input_dim, units):
    out = []
    for u in units:
        i = units.index(u)
        below = units[i - 1] if i > 0 else input_dim
        out.append(below * u + u * u + u)
    return out

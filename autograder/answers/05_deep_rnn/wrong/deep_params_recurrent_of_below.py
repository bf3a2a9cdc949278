"""The recurrent kernel is counted with the size of the layer below.

fails: deep_params-one deep_params-upper
message: with the size of the layer below
"""

# %% deep_params
def deep_params(input_dim, units):
    counts = []
    below = input_dim
    for width in units:
        counts.append(below * width + below * below + width)
        below = width
    return counts

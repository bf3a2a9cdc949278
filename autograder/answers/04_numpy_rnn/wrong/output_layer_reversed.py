"""The steps come out in reversed order.

fails: output_layer-values output_layer-edge
message: reversed order
"""

# %% output_layer
def output_layer(states, Wy, by):
    return np.array([Wy @ h + by for h in states[::-1]])

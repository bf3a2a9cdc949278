"""* instead of @.

fails: output_layer-values output_layer-edge
message: element by element
"""

# %% output_layer
def output_layer(states, Wy, by):
    return states * Wy + by

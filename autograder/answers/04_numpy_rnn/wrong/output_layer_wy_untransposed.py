"""Wy is not turned: fits only when it is square.

fails: output_layer-values output_layer-edge
message: Wy as it stands
"""

# %% output_layer
def output_layer(states, Wy, by):
    return states @ Wy + by

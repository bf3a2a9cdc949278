"""Wy is brought into shape by reshape.

fails: output_layer-values output_layer-edge
message: reshape
"""

# %% output_layer
def output_layer(states, Wy, by):
    return states @ Wy.reshape(Wy.shape[1], Wy.shape[0]) + by

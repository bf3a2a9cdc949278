"""Wy @ states: fits only when T equals H.

fails: output_layer-values output_layer-edge
message: states transposed
"""

# %% output_layer
def output_layer(states, Wy, by):
    return Wy @ states + by

"""Only the last state is used.

fails: output_layer-values output_layer-edge
message: last state only
"""

# %% output_layer
def output_layer(states, Wy, by):
    return Wy @ states[-1] + by

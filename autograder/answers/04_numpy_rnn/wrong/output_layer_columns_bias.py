"""Wy @ states.T with the bias added along time.

fails: output_layer-values output_layer-edge
message: bias added along time
"""

# %% output_layer
def output_layer(states, Wy, by):
    return Wy @ states.T + by

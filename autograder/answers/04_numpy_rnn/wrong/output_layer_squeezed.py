"""Axes of size 1 are lost.

fails: output_layer-edge
message: lacks the axis
"""

# %% output_layer
def output_layer(states, Wy, by):
    return np.squeeze(states @ Wy.T + by)

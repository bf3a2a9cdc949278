"""The output goes through ReLU.

fails: output_layer-values
message: ReLU
"""

# %% output_layer
def output_layer(states, Wy, by):
    return np.maximum(states @ Wy.T + by, 0)

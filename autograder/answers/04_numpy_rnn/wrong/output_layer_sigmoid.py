"""The output goes through a sigmoid.

fails: output_layer-values
message: sigmoid
"""

# %% output_layer
def output_layer(states, Wy, by):
    return 1 / (1 + np.exp(-(states @ Wy.T + by)))

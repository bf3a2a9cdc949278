"""The bias is made a column and added along time.

fails: output_layer-values output_layer-edge
message: bias added along time
"""

# %% output_layer
def output_layer(states, Wy, by):
    return states @ Wy.T + by.reshape(-1, 1)

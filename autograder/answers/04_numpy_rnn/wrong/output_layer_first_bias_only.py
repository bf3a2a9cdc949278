"""The same number of the bias is added to all outputs.

fails: output_layer-values
message: right shape
"""

# %% output_layer
def output_layer(states, Wy, by):
    return states @ Wy.T + by[0]

"""The bias is left out.

fails: output_layer-values
message: without the bias
"""

# %% output_layer
def output_layer(states, Wy, by):
    return states @ Wy.T

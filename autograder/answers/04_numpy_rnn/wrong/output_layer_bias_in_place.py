"""The bias is added in place, which whole numbers refuse.

fails: output_layer-integers
message: UFuncTypeError
"""

# %% output_layer
def output_layer(states, Wy, by):
    outputs = states @ Wy.T
    outputs += by
    return outputs

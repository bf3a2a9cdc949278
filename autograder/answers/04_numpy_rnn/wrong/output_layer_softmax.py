"""The output goes through softmax.

fails: output_layer-values output_layer-edge
message: softmax
"""

# %% output_layer
def output_layer(states, Wy, by):
    z = np.exp(states @ Wy.T + by)
    return z / z.sum(axis=1, keepdims=True)

"""The output goes through tanh.

fails: output_layer-values
message: tanh
"""

# %% output_layer
def output_layer(states, Wy, by):
    return np.tanh(states @ Wy.T + by)

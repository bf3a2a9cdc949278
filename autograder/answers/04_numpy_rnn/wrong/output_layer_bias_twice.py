"""The bias is added twice.

fails: output_layer-values
message: bias added twice
"""

# %% output_layer
def output_layer(states, Wy, by):
    return np.array([Wy @ h + by for h in states]) + by

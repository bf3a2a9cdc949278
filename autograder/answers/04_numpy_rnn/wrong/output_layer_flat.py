"""The outputs are joined into one row.

fails: output_layer-values output_layer-edge
message: one long row
"""

# %% output_layer
def output_layer(states, Wy, by):
    return np.concatenate([Wy @ h + by for h in states])

"""The result has a column for each time step.

fails: output_layer-values output_layer-edge
message: axes turned round
"""

# %% output_layer
def output_layer(states, Wy, by):
    return Wy @ states.T + by[:, np.newaxis]

"""The last time step is left out.

fails: output_layer-values output_layer-edge
message: lacks the last step
"""

# %% output_layer
def output_layer(states, Wy, by):
    return np.array([Wy @ states[t] + by for t in range(len(states) - 1)]).reshape(-1, len(by))

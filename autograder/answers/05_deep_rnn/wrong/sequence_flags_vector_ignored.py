"""Every layer returns its sequence, whatever vector is.

fails: sequence_flags-vector sequence_flags-one
message: ends in one vector for each time step
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return [True] * n_layers

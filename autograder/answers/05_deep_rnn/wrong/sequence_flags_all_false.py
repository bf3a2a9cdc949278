"""All layers follow vector.

fails: sequence_flags-vector
message: is False everywhere
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return [not vector] * n_layers

"""The list begins with the top layer.

fails: sequence_flags-vector
message: begins with the top layer
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return [not vector] + [True] * (n_layers - 1)

"""The top layer is always False.

fails: sequence_flags-sequence
message: vector is ignored
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return [True] * (n_layers - 1) + [False]

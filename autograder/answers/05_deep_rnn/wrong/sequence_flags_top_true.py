"""Only the top layer returns a sequence, where one is wanted.

fails: sequence_flags-sequence sequence_flags-vector
message: is False everywhere
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return [False] * (n_layers - 1) + [not vector]

"""vector is taken the other way round.

fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
message: the other way round
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return [True] * (n_layers - 1) + [vector]

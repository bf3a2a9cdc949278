"""n_layers layers below the top one.

fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
message: a flag too many
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return [True] * n_layers + [not vector]

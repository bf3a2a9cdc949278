"""Written for two layers.

fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
message: always has two flags
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return [True, not vector]

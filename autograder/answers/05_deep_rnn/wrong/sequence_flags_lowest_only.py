"""Only the lowest layer is True.

fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
message: lowest layer only
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return [k == 0 for k in range(n_layers)]

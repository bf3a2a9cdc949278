"""append returns None.

fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
message: which is not right
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    flags = [True] * (n_layers - 1)
    return flags.append(not vector)

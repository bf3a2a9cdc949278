"""The top layer has no flag.

fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
message: lacks the flag of the top layer
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return [True] * (n_layers - 1)

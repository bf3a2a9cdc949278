"""One bool for the whole stack.

fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
message: is a single bool
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return not vector

"""The words True and False instead of bools.

fails: sequence_flags-sequence sequence_flags-vector sequence_flags-one
message: which is not right
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return ["True"] * (n_layers - 1) + [str(not vector)]

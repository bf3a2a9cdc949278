"""A first, some middle ones and a last: two flags for one layer.

fails: sequence_flags-sequence sequence_flags-one
message: a flag too many
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return [True] + [True] * (n_layers - 2) + [not vector]

"""A single layer is thought to need its sequence always.

fails: sequence_flags-one
message: the only layer
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    if n_layers == 1:
        return [True]
    return [True] * (n_layers - 1) + [not vector]

"""A single layer is thought never to need its sequence.

fails: sequence_flags-sequence
message: vector is ignored
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    if n_layers == 1:
        return [False]
    return [True] * (n_layers - 1) + [not vector]

"""Written for three layers at the most.

fails: sequence_flags-vector
message: always has three flags
"""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    flags = [True, True, True][:n_layers]
    flags[-1] = not vector
    return flags if vector else [True] * n_layers

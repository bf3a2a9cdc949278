"""np.pad puts the flags of the lower layers in front."""

# %% sequence_flags
def sequence_flags(n_layers, vector):
    return np.pad([not vector], (n_layers - 1, 0), constant_values=True).tolist()

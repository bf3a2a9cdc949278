"""By length, returned as a list."""

# %% keras_to_notes
def keras_to_notes(weights):
    if len(weights) == 2:
        weights = list(weights) + [np.zeros(weights[1].shape[0])]
    return [np.transpose(w) for w in weights]

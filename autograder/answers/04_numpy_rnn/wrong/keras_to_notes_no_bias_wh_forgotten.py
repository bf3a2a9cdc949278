"""Without a bias the recurrent kernel comes back as it is.

fails: keras_to_notes-nobias
message: Wh of a layer without bias is the recurrent kernel as it stands
"""

# %% keras_to_notes
def keras_to_notes(weights):
    if len(weights) == 3:
        return weights[0].T, weights[1].T, weights[2]
    return weights[0].T, weights[1], np.zeros(weights[1].shape[0])

"""The last array is taken for the bias.

fails: keras_to_notes-nobias
message: shape
"""

# %% keras_to_notes
def keras_to_notes(weights):
    return weights[0].T, weights[1].T, weights[-1]

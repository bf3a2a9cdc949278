"""The bias is taken at index 2, so a layer without bias stops it.

fails: keras_to_notes-nobias
message: IndexError
"""

# %% keras_to_notes
def keras_to_notes(weights):
    return weights[0].T, weights[1].T, weights[2]

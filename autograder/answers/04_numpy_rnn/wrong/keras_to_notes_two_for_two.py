"""Without a bias only two arrays come back.

fails: keras_to_notes-nobias
message: without a bias
"""

# %% keras_to_notes
def keras_to_notes(weights):
    return tuple(w.T for w in weights)

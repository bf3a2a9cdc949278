"""Without a bias, None.

fails: keras_to_notes-nobias
message: NoneType
"""

# %% keras_to_notes
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else None
    return weights[0].T, weights[1].T, b

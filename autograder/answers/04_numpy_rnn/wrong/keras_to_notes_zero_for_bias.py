"""Without a bias, the number 0.

fails: keras_to_notes-nobias
message: bare number
"""

# %% keras_to_notes
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else 0
    return weights[0].T, weights[1].T, b

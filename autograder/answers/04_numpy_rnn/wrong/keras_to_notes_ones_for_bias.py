"""Without a bias, ones.

fails: keras_to_notes-nobias
message: is ones
"""

# %% keras_to_notes
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else np.ones(len(weights[1]))
    return weights[0].T, weights[1].T, b

"""The inverse of the recurrent kernel.

fails: keras_to_notes-wh
message: inverse
"""

# %% keras_to_notes
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else np.zeros(len(weights[1]))
    return weights[0].T, np.linalg.inv(weights[1]), b

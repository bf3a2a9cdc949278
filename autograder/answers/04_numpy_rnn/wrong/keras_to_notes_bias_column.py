"""The bias becomes a column.

fails: keras_to_notes-bias keras_to_notes-nobias
message: is a column
"""

# %% keras_to_notes
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else np.zeros(len(weights[1]))
    return weights[0].T, weights[1].T, b[:, None]

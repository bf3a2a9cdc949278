"""Wh comes first.

fails: keras_to_notes-wx keras_to_notes-wh
message: order is Wx
"""

# %% keras_to_notes
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else np.zeros(len(weights[1]))
    return weights[1].T, weights[0].T, b

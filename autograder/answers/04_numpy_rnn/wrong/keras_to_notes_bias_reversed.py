"""All arrays are flipped rather than turned.

fails: keras_to_notes-wx keras_to_notes-wh keras_to_notes-bias
message: shape
"""

# %% keras_to_notes
def keras_to_notes(weights):
    b = weights[2] if len(weights) > 2 else np.zeros(len(weights[1]))
    return np.flip(weights[0]), np.flip(weights[1]), np.flip(b)

"""Both matrices are rotated.

fails: notes_to_keras-kernel notes_to_keras-recurrent
message: reversed order
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [np.rot90(Wx), np.rot90(Wh), b]

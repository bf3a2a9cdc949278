"""Transposed only where the matrix is not square.

fails: notes_to_keras-kernel notes_to_keras-recurrent
message: nothing complains
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    def turn(W):
        return W if W.shape[0] == W.shape[1] else W.T
    return [turn(Wx), turn(Wh), b]

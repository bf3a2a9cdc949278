"""Nothing is transposed.

fails: notes_to_keras-kernel notes_to_keras-recurrent
message: not transposed
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [Wx, Wh, b]

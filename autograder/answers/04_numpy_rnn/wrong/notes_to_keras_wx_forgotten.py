"""Only Wh is transposed.

fails: notes_to_keras-kernel
message: is Wx as it stands
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [Wx, Wh.T, b]

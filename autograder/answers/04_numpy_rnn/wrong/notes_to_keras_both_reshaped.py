"""Both are brought into shape by reshape, which leaves Wh as it is.

fails: notes_to_keras-kernel notes_to_keras-recurrent
message: reshape
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [Wx.reshape(Wx.shape[::-1]), Wh.reshape(Wh.shape[::-1]), b]

"""Wx is brought into shape by reshape.

fails: notes_to_keras-kernel
message: reshape
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    H, D = Wx.shape
    return [Wx.reshape(D, H), Wh.T, b]

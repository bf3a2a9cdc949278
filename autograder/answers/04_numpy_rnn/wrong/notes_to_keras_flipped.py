"""Wh is flipped from left to right.

fails: notes_to_keras-recurrent
message: reversed order
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, np.fliplr(Wh), b]

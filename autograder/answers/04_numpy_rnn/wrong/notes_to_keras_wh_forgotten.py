"""Only Wx is transposed: Wh is square and nothing complains.

fails: notes_to_keras-recurrent
message: nothing complains
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, Wh, b]

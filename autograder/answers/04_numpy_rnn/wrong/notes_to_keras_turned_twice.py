"""Wh is turned twice.

fails: notes_to_keras-recurrent
message: nothing complains
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    weights = [Wx.T, Wh.T, b]
    weights[1] = weights[1].T
    return weights

"""The inverse of Wh instead of its transpose.

fails: notes_to_keras-recurrent
message: inverse
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, np.linalg.inv(Wh), b]

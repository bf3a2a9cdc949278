"""The bias is halved, as if it were added twice.

fails: notes_to_keras-bias
message: halved
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, Wh.T, b / 2]

"""The bias is left out.

fails: notes_to_keras-bias
message: lacks the bias
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, Wh.T]

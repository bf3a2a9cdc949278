"""The weights are cast to whole numbers.

fails: notes_to_keras-kernel notes_to_keras-recurrent notes_to_keras-bias
message: whole numbers
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [Wx.T.astype(int), Wh.T.astype(int), b.astype(int)]

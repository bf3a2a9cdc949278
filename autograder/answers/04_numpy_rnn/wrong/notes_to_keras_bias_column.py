"""The bias becomes a column.

fails: notes_to_keras-bias
message: is a column
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, Wh.T, b.reshape(-1, 1)]

"""The recurrent kernel comes first.

fails: notes_to_keras-kernel notes_to_keras-recurrent
message: order is kernel
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [Wh.T, Wx.T, b]

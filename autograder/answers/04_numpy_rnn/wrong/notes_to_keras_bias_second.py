"""The bias stands between the kernels.

fails: notes_to_keras-recurrent notes_to_keras-bias
message: order is kernel
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, b, Wh.T]

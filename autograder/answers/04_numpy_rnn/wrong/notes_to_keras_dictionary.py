"""A dictionary of names.

fails: notes_to_keras-kernel notes_to_keras-recurrent notes_to_keras-bias
message: three arrays
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return {"kernel": Wx.T, "recurrent_kernel": Wh.T, "bias": b}

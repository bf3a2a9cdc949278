"""Both kernels are joined into one.

fails: notes_to_keras-kernel notes_to_keras-recurrent notes_to_keras-bias
message: recurrent weights too
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [np.concatenate([Wx.T, Wh.T]), b]

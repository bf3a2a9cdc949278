"""Two biases, as PyTorch has them.

fails: notes_to_keras-bias
message: holds 4 arrays
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [Wx.T, Wh.T, b, np.zeros_like(b)]

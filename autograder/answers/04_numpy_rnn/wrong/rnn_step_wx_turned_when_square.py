"""Wx is turned whenever that fits: right for most sizes, wrong when D equals H.

fails: rnn_step-values rnn_step-edge
message: Wx transposed
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    if Wx.shape[0] == len(x_t):
        Wx = Wx.T
    return np.tanh(Wx @ x_t + Wh @ h + b)

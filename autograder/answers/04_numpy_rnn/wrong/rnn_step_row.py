"""The result keeps an axis of batch.

fails: rnn_step-values rnn_step-edge
message: axis too many, in front
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(x_t[None] @ Wx.T + h[None] @ Wh.T + b)

"""Rows from the left with turned weights."""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(x_t.dot(Wx.T) + h.dot(Wh.T) + b)

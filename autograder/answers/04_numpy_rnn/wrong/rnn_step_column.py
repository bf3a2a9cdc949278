"""The result is a column, of shape (H, 1).

fails: rnn_step-values rnn_step-edge
message: axis too many, at the end
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    x, h, c = x_t.reshape(-1, 1), h.reshape(-1, 1), b.reshape(-1, 1)
    return np.tanh(Wx @ x + Wh @ h + c)

"""State and output are returned as a pair.

fails: rnn_step-values rnn_step-edge
message: shape (2,
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    new = np.tanh(Wx @ x_t + Wh @ h + b)
    return new, new

"""Wx is used for both terms.

fails: rnn_step-values rnn_step-edge
message: uses Wx for the state too
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + Wx @ h + b)

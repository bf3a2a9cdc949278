"""The sum is collected in the bias.

fails: rnn_step-unchanged
message: b is changed
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    b += Wx @ x_t
    b += Wh @ h
    return np.tanh(b)

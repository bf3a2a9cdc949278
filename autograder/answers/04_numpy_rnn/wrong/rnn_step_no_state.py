"""The state before is ignored.

fails: rnn_step-values
message: ignores the state before
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + b)

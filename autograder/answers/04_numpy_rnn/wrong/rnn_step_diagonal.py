"""Each unit reads only its own state.

fails: rnn_step-values
message: diagonal
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + Wh.diagonal() * h + b)

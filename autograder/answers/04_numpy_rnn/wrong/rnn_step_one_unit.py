"""Only the first unit is computed.

fails: rnn_step-values rnn_step-edge rnn_step-unchanged
message: shape
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx[0] @ x_t + Wh[0] @ h + b[0])

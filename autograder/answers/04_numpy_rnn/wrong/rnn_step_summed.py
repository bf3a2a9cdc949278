"""Everything is summed into one number.

fails: rnn_step-values rnn_step-edge rnn_step-unchanged
message: sum of all units
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.sum(np.tanh(Wx @ x_t + Wh @ h + b))

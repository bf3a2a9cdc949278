"""The new state is written into the old array.

fails: rnn_step-integers rnn_step-unchanged
message: h is changed
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    h[:] = np.tanh(Wx @ x_t + Wh @ h + b)
    return h

"""The state is set to zero before it is used.

fails: rnn_step-values
message: ignores the state before
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    h = np.zeros(h.shape)
    h = np.tanh(Wx @ x_t + Wh @ h + b)
    return h

"""The state is updated before it is used.

fails: rnn_step-values
message: twice
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    h = np.tanh(Wh @ h + b)
    return np.tanh(Wx @ x_t + Wh @ h + b)

"""tanh on the input term only: a bracket closes too early.

fails: rnn_step-values
message: input term only
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t) + Wh @ h + b

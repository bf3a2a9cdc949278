"""The input is ignored.

fails: rnn_step-values
message: ignores the input
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wh @ h + b)

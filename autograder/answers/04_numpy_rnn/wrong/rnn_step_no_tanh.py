"""The activation is forgotten.

fails: rnn_step-values
message: has no tanh
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return Wx @ x_t + Wh @ h + b

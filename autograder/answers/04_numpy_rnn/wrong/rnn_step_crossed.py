"""Wx multiplies the state and Wh the input.

fails: rnn_step-values rnn_step-edge
message: crossed
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ h + Wh @ x_t + b)

"""A single unit loses its axis.

fails: rnn_step-edge
message: bare number
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.squeeze(np.tanh(Wx @ x_t + Wh @ h + b))

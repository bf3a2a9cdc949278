"""The number of units comes from a global, not from the arguments.

fails: rnn_step-values rnn_step-edge
message: shape
"""

# %% rnn_step
units = 4

def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t + Wh @ h + b)[:units] if len(b) > units else np.resize(np.tanh(Wx @ x_t + Wh @ h + b), units)

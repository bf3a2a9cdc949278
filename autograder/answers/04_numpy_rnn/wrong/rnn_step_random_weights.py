"""Weights are drawn inside the function.

fails: rnn_step-values rnn_step-edge rnn_step-integers
message: at each call
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    Wx = np.random.random((len(h), len(x_t)))
    Wh = np.random.random((len(h), len(h)))
    return np.tanh(Wx @ x_t + Wh @ h + b)

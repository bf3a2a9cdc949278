"""tanh on both products, then the sum.

fails: rnn_step-values
message: two products apart
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(Wx @ x_t) + np.tanh(Wh @ h) + b

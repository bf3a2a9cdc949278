"""The bias is left out.

fails: rnn_step-values
message: without the bias
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(np.dot(Wx, x_t) + np.dot(Wh, h))

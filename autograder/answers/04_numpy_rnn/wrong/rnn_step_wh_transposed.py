"""The state is multiplied from the left, which fits since Wh is square.

fails: rnn_step-values
message: Wh transposed
"""

# %% rnn_step
def rnn_step(x_t, h, Wx, Wh, b):
    return np.tanh(np.dot(Wx, x_t) + np.dot(h, Wh) + b)
